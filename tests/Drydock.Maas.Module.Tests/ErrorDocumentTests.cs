using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Error identifiers are a contract: docs/errors.md has every one that the sources use, and no other.</summary>
public sealed partial class ErrorDocumentTests
{
    private static readonly string[] NoIds = ["LiteralPath"];
    private static readonly string[] NotShipped = ["Drydock.Maas.Help", "Drydock.Maas.Packaging"];
    private static readonly string Document = File.ReadAllText(Path.Combine(BuiltModule.Repository, "docs", "errors.md"));
    private static readonly List<string> Sources = [.. ReadSources()];

    [Fact]
    public void Every_identifier_of_the_sources_is_documented()
    {
        var used = Sources.Where(s => Concerned().IsMatch(s)).SelectMany(Identifiers).Except(NoIds).ToHashSet();
        Assert.True(used.Count > 100, $"Only {used.Count} identifiers were found; the patterns of this test no longer fit the sources.");
        Assert.Empty(used.Except(Documented()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_documented_identifier_is_in_the_sources()
    {
        var words = Sources.SelectMany(s => Literal().Matches(s)).Select(m => m.Groups["id"].Value).ToHashSet();
        words.UnionWith(Sources.SelectMany(s => Listed().Matches(s)).Select(m => $"{m.Groups["type"].Value}NotFound"));
        Assert.Empty(Documented().Except(words).Order(StringComparer.Ordinal));
    }

    /// <summary>What stands in the first column of a table.</summary>
    private static HashSet<string> Documented() =>
        [.. Document.Split('\n')
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Quoted().Matches(l.Split('|')[1]))
            .Select(m => m.Groups["id"].Value)];

    private static IEnumerable<string> Identifiers(string source)
    {
        var patterns = new List<Regex> { Assigned(), Passed(), BeforeMessage(), Constant() };
        if (IdentifierClass().IsMatch(source))
            patterns.Add(NamedConstant());
        if (source.Contains("string ErrorId(", StringComparison.Ordinal))
            patterns.Add(Arm());
        return patterns.SelectMany(p => p.Matches(source)).Select(m => m.Groups["id"].Value);
    }

    private static IEnumerable<string> ReadSources()
    {
        var root = Path.Combine(BuiltModule.Repository, "src");
        return from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
               let parts = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)
               where !NotShipped.Contains(parts[0]) && !parts.Contains("obj") && !parts.Contains("bin")
               select File.ReadAllText(file);
    }

    // Commands that list one kind of thing make the identifier of its type.
    [GeneratedRegex("InventoryCommand<(?<type>\\w+)>")]
    private static partial Regex Listed();

    [GeneratedRegex("`(?<id>[A-Z][a-z]+([A-Z][A-Za-z0-9]*)*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"(?<id>[A-Z]\\w+)\"|nameof\\((\\w+\\.)*(?<id>\\w+)\\)")]
    private static partial Regex Literal();

    [GeneratedRegex(
        "Maas\\w*Exception|NodeException|AssetException|JsonPathException|DesignProblem|DesignException|DeckhandE|ErrorRecord|[eE]rrorId")]
    private static partial Regex Concerned();

    [GeneratedRegex("ErrorId\\s*=\\s*\"(?<id>\\w+)\"")]
    private static partial Regex Assigned();

    [GeneratedRegex(
        "\\b(Add|Note|Problem|Fault|Tell|NotFound|InvalidArgument|Invalid|\\w*Exception)\\(\\s*\"(?<id>([A-Z][a-z]+){2}\\w*)\"\\s*,")]
    private static partial Regex Passed();

    [GeneratedRegex("\"(?<id>[A-Z][a-z]+[A-Z]\\w*)\"\\s*,\\s*[$@]*\"[^\"]* ")]
    private static partial Regex BeforeMessage();

    [GeneratedRegex("const string \\w+ = \"(?<id>[A-Z][a-z]+[A-Z]\\w*)\"")]
    private static partial Regex Constant();

    [GeneratedRegex("class (\\w*ErrorIds|DeckhandError)\\b")]
    private static partial Regex IdentifierClass();

    [GeneratedRegex("const string (?<id>\\w+) =")]
    private static partial Regex NamedConstant();

    [GeneratedRegex("=> \"(?<id>[A-Z]\\w+)\",")]
    private static partial Regex Arm();
}
