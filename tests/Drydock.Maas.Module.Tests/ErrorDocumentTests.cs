using System.Reflection;
using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Conventions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Error identifiers are a contract: one list has them all, docs/errors.md has every one of the list, and the sources use no other.</summary>
public sealed partial class ErrorDocumentTests : IDisposable
{
    // Identifiers by which the word is meant too, or that are made of a type's name where they are told.
    private static readonly string[] Endings = ["NotFound", "TimedOut"];
    private static readonly string[] NotShipped = ["Drydock.Maas.Help", "Drydock.Maas.Packaging"];
    private static readonly Dictionary<string, string> Sources = ReadSources().ToDictionary(s => s.File, s => s.Text);

    // Loads the module's types.
    private readonly ModuleRunspace _runspace = new();
    private readonly HashSet<string> _listed;

    public ErrorDocumentTests() =>
        _listed = [.. ShortProperties.FindType("Drydock.Maas.Errors.ErrorIds").GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.Name)];

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void Every_identifier_of_the_list_is_documented_and_no_other()
    {
        Assert.True(_listed.Count > 150, $"Only {_listed.Count} identifiers were found.");
        var documented = ReadDocumented();
        Assert.Empty(_listed.Except(documented).Order(StringComparer.Ordinal));
        Assert.Empty(documented.Except(_listed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_identifier_is_its_own_name() => Assert.Empty(
        ShortProperties.FindType("Drydock.Maas.Errors.ErrorIds").GetFields().Where(f => (string?)f.GetRawConstantValue() != f.Name).Select(f => f.Name));

    [Fact]
    public void Every_identifier_of_the_list_is_used()
    {
        var used = Sources.Values.SelectMany(s => Used().Matches(s)).Select(m => m.Groups["id"].Value).ToHashSet();
        used.UnionWith(ReadMade());
        Assert.Empty(_listed.Except(used).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Identifiers_that_are_made_of_a_name_are_in_the_list()
    {
        var made = ReadMade().ToList();
        Assert.True(made.Count > 10, "No made identifiers were found.");
        Assert.Empty(made.Except(_listed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Identifiers_are_written_in_the_list_only() => Assert.Empty(
        from source in Sources
        where Path.GetFileName(source.Key) != "ErrorIds.cs" && !source.Key.Contains("Drydock.Maas.Simulator", StringComparison.Ordinal)
        from match in Literal().Matches(source.Value)
        let id = match.Groups["id"].Value
        where _listed.Contains(id) && !Endings.Contains(id)
        select $"{source.Key}: \"{id}\" is ErrorIds.{id}");

    [Fact]
    public void Nothing_is_thrown_or_written_with_an_identifier_that_is_not_in_the_list() => Assert.Empty(
        from source in Sources
        from match in Told().Matches(source.Value)
        select $"{source.Key}: \"{match.Groups["id"].Value}\" belongs into ErrorIds");

    /// <summary>Commands that list one kind of thing, or parts of a design, make the identifier of its name.</summary>
    private static IEnumerable<string> ReadMade() =>
        from source in Sources
        from match in (source.Value.Contains(": DesignPartCommand<", StringComparison.Ordinal) ? Part() : Inventory()).Matches(source.Value)
        select $"{match.Groups["type"].Value}NotFound";

    /// <summary>What stands in the first column of a table.</summary>
    private static HashSet<string> ReadDocumented() =>
        [.. File.ReadLines(Path.Combine(BuiltModule.Repository, "docs", "errors.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Quoted().Matches(l.Split('|')[1]))
            .Select(m => m.Groups["id"].Value)];

    private static IEnumerable<(string File, string Text)> ReadSources()
    {
        var root = Path.Combine(BuiltModule.Repository, "src");
        return from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
               let path = Path.GetRelativePath(root, file)
               let parts = path.Split(Path.DirectorySeparatorChar)
               where !NotShipped.Contains(parts[0]) && !parts.Contains("obj") && !parts.Contains("bin")
               select (path, File.ReadAllText(file));
    }

    [GeneratedRegex("\\bErrorIds\\.(?<id>\\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(": InventoryCommand<(?<type>\\w+)>")]
    private static partial Regex Inventory();

    [GeneratedRegex("Kind => \"(?<type>\\w+)\"")]
    private static partial Regex Part();

    [GeneratedRegex("`(?<id>[A-Z][a-z]+([A-Z][A-Za-z0-9]*)*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![\\w$@\\\\])\"(?<id>[A-Z]\\w+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(
        "(ErrorId\\s*=|Maas\\w*Exception\\(|NodeException\\(|AssetException\\(|DesignProblem\\(|ErrorRecords\\.\\w+\\(|new ErrorRecord\\([^,]*,|: base\\()\\s*\"(?<id>[A-Z][a-z]+[A-Z]\\w*)\"")]
    private static partial Regex Told();
}
