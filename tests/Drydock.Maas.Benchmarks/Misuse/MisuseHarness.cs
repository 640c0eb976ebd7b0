using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Drydock.Maas.Design;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>
/// Tired operators: random objects piped to random commands with random switches, on two servers with the same ids, while others change what the
/// machines are. Whatever is typed, nothing is written that nobody meant.
/// </summary>
internal static class MisuseHarness
{
    private const int RunsInOneWorld = 20;

    public static async Task<int> RunAsync(HarnessOptions options)
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("misuse-").FullName;
        var start = Path.Combine(folder, "start.json");
        var site = Path.Combine(Built("RepositoryRoot"), "examples", "site");
        await MisuseWorld.SaveStartAsync(
            DesignReader.Read([.. Directory.GetFiles(site, "*.yaml").Order(StringComparer.Ordinal).Select(f => DesignSource.FromText(f, File.ReadAllText(f)))], null, CancellationToken.None), start);
        var tally = new MisuseTally();
        using (var shell = new OperatorShell(Built("ModuleManifest")))
        {
            shell.Demand("$global:site = Import-DrydockDesign $args[0]", site);
            shell.Demand("$global:elsewhere = Import-DrydockDesign $args[0]", Elsewhere(site, folder));
            for (var done = 0; done < options.Times; done += RunsInOneWorld)
            {
                await using var round = new MisuseRound(shell, start, options.Seed + done, tally);
                for (var i = done; i < Math.Min(done + RunsInOneWorld, options.Times); i++)
                    round.Run(options.Seed + i);
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine(tally);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{options.Times} runs from seed {options.Seed} in {clock.Elapsed.TotalSeconds:0} s, {tally.Violations} violations"));
        return tally.Violations == 0 ? 0 : 1;
    }

    // The same names, other machines: all addresses differ.
    private static string Elsewhere(string site, string folder)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        foreach (var file in Directory.GetFiles(site, "*.yaml"))
            File.WriteAllText(Path.Combine(copy, Path.GetFileName(file)), File.ReadAllText(file).Replace("10.6", "10.7", StringComparison.Ordinal));
        return copy;
    }

    private static string Built(string key) =>
        typeof(MisuseHarness).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
