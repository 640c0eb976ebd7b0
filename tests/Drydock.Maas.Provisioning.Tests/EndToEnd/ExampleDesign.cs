using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>The example site with some of its nodes, and changed as a test wants it.</summary>
internal static class ExampleDesign
{
    /// <summary>Reads it.</summary>
    /// <param name="nodes">The names of the nodes that stay.</param>
    /// <param name="change">Changes the text of each file.</param>
    public static SiteDesign Read(IReadOnlyList<string> nodes, Func<string, string>? change = null)
    {
        var folder = Path.Combine(TestFolders.Root, "examples", "site");
        var sources = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => (Name: Path.GetFileName(f), Text: Keep(nodes, Path.GetFileName(f), File.ReadAllText(f))))
            .Select(f => DesignSource.FromText(f.Name, change?.Invoke(f.Text) ?? f.Text));
        return DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken);
    }

    private static string Keep(IReadOnlyList<string> nodes, string file, string text) => !file.StartsWith("nodes-", StringComparison.Ordinal)
        ? text
        : string.Concat(text.ReplaceLineEndings("\n").Split("---\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(d => nodes.Any(n => d.Contains($"name: {n}\n", StringComparison.Ordinal))).Select(d => "---\n" + d));
}
