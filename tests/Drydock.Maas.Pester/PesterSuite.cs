using System.Reflection;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Pester;

/// <summary>Runs the files of tests/Pester, in two processes side by side.</summary>
internal static class PesterSuite
{
    // As long as all others together: it runs every example of the help.
    private const string Longest = "Examples.Tests.ps1";

    public static async Task<IReadOnlyList<PesterResult>> RunAsync()
    {
        var folder = Path.Combine(Metadata("RepositoryRoot"), "tests", "Pester");
        var files = Directory.GetFiles(folder, "*.Tests.ps1").Order(StringComparer.Ordinal).ToLookup(f => Path.GetFileName(f) == Longest);
        var reports = await Task.WhenAll(files.Select(RunAsync));
        return [.. reports.SelectMany(r => r)];
    }

    private static async Task<IReadOnlyList<PesterResult>> RunAsync(IEnumerable<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("pester-").FullName;
        try
        {
            var report = Path.Combine(folder, "report.json");
            var script = Path.Combine(AppContext.BaseDirectory, "Invoke-PesterFile.ps1");
            var (exitCode, output) = await PowerShellProcess.RunFileAsync(
                script, ["-Pester", Metadata("Pester"), "-Report", report, .. files]);
            Assert.True(exitCode == 0 && File.Exists(report), $"Pester ended with {exitCode} and without results.\n{output}");
            var results = PesterReport.Read(report).Results;
            var silent = files.Select(f => Path.GetFileName(f)).Except(results.Select(r => r.File));
            return [.. results, .. silent.Select(file => new PesterResult(file, "(the file)", "Failed", "It has no test."))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Metadata(string key) =>
        typeof(PesterSuite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
