using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Validation;
using YamlDotNet.Core;

namespace Drydock.Maas.Benchmarks;

/// <summary>
/// Import, compilation and validation of a site of any size: time per
/// node, peak memory, and the bare parser on the same text beside it.
/// </summary>
internal static partial class DesignHarness
{
    private const int Rounds = 5;

    public static int Run(IReadOnlyList<string> args)
    {
        var file = args.Count > 1 && args[0] == "--design" ? args[1] : null;
        Console.WriteLine(
            $"{"nodes",7} {"MB",6} {"parser ms/node",15} {"import ms/node",15} {"ratio",6} {"allocated MB",13} {"peak MB",8}");
        foreach (var nodes in new[] { 100, 1000, 10_000 })
            Measure(nodes, file is null ? SiteGenerator.Generate(nodes) : Grow(File.ReadAllText(file), nodes));
        return 0;
    }

    private static void Measure(int nodes, string text)
    {
        IReadOnlyList<DesignSource> sources = [DesignSource.FromText("grown", text)];
        var (parse, import, allocated) = (double.MaxValue, double.MaxValue, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            parse = Math.Min(parse, Time(() => Parse(text)));
            var before = GC.GetTotalAllocatedBytes();
            import = Math.Min(import, Time(() => ReadAndValidate(sources)));
            allocated = GC.GetTotalAllocatedBytes() - before;
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{nodes,7} {text.Length / 1e6,6:0.0} {parse / nodes,15:0.000} {import / nodes,15:0.000} {import / parse,6:0.0} "
                + $"{allocated / 1e6,13:0} {process.PeakWorkingSet64 / 1e6,8:0}"));
    }

    private static void ReadAndValidate(IReadOnlyList<DesignSource> sources)
    {
        var site = DesignReader.Read(sources, null, CancellationToken.None);
        DesignValidator.Validate(site, new ValidationOptions(), CancellationToken.None);
    }

    private static double Time(Action action)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Parse(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        while (parser.MoveNext())
        {
        }
    }

    /// <summary>Repeats the nodes of a design under new names and addresses.</summary>
    private static string Grow(string text, int nodes)
    {
        var documents = Separator().Split(text).Where(d => d.Trim().Length > 0).ToList();
        var models = documents.Where(d => d.Contains("drydock/BaremetalNode/v1", StringComparison.Ordinal)).ToList();
        var grown = Enumerable.Range(0, nodes).Select(i => Rename(models[i % models.Count], i));
        return string.Join("\n---\n", documents.Except(models).Concat(grown)) + "\n";
    }

    private static string Rename(string node, int number) =>
        Address().Replace(Name().Replace(node, $"$1node{number:00000}", 1),
            match => $"10.{match.Groups[1].Value}.{number / 250 % 250}.{(number % 250) + 1}");

    [GeneratedRegex(@"^---\s*$", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(\s+name:\s*).+$", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"\d+\.\d+\.(\d+)\.\d+")]
    private static partial Regex Address();
}
