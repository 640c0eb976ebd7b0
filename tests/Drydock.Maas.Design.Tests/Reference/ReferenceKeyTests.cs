using System.Text.RegularExpressions;
using Drydock.Maas.Design.JsonSchemas;

namespace Drydock.Maas.Design.Tests.Reference;

/// <summary>The reference tells of every key that the reader knows, and of no other.</summary>
public sealed partial class ReferenceKeyTests
{
    public static TheoryData<string> Kinds { get; } = [.. DocumentJsonSchemas.Kinds.Select(k => k.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_key_is_told_with_its_type_and_whether_it_has_to_be_there(string kind)
    {
        var schema = SchemaKeys.Read(DocumentJsonSchemas.Kinds.First(k => k.Kind == kind).Rule);
        var told = KindReference.Read(kind);
        Assert.Equal(schema.Keys.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(schema, key =>
        {
            var row = told[key.Key];
            Assert.Equal(key.Value.Type, Part().Replace(row.Type, "mapping"));
            Assert.Equal(key.Value.IsRequired, row.IsRequired);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_key_that_is_taken_from_a_page_is_missed(string kind)
    {
        var schema = SchemaKeys.Read(DocumentJsonSchemas.Kinds.First(k => k.Kind == kind).Rule);
        foreach (var page in KindReference.PagesOf(kind))
        {
            var lines = File.ReadAllLines(RepositoryFolder.GetPath("docs", "design", $"{page}.md"));
            foreach (var row in ReferencePage.Read(page).Keys.Select(k => k.Line))
            {
                var shorter = ReferencePage.Parse(page, string.Join('\n', lines.Where((_, i) => i != row)));
                var told = KindReference.Read([shorter, .. KindReference.PagesOf(kind).Where(p => p != page).Select(ReferencePage.Read)]);
                Assert.NotEmpty(schema.Keys.Except(told.Keys));
            }
        }
    }

    [Fact]
    public void Every_rule_that_is_named_exists()
    {
        var rules = DesignValidator.Rules.Select(r => r.RuleId).ToHashSet(StringComparer.Ordinal);
        var named = ReferencePage.All().SelectMany(p => Named().Matches(File.ReadAllText(RepositoryFolder.GetPath("docs", "design", $"{p.Name}.md"))))
            .SelectMany(m => Name().Matches(m.Value)).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count > 40, $"{named.Count} rules are named.");
        Assert.Empty(named.Except(rules).Except(["AmbiguousDevice", "AmbiguousMachine", "GroupCycle"]));
    }

    [Fact]
    public void Links_between_the_pages_lead_somewhere()
    {
        foreach (var page in ReferencePage.All())
        {
            var text = File.ReadAllText(RepositoryFolder.GetPath("docs", "design", $"{page.Name}.md"));
            foreach (var link in Link().Matches(text).Select(m => m.Groups["to"].Value).Where(l => !l.Contains("://", StringComparison.Ordinal)))
            {
                var (file, anchor) = link.Split('#') switch { [var f, var a] => (f, a), [var f] => (f, null), _ => throw new InvalidOperationException(link) };
                var target = file.Length == 0 ? RepositoryFolder.GetPath("docs", "design", $"{page.Name}.md") : RepositoryFolder.GetPath("docs", "design", file);
                Assert.True(Path.Exists(target), $"{page.Name}.md links to {link}, which is not there.");
                Assert.True(anchor is null || Anchors(target).Contains(anchor), $"{page.Name}.md links to {link}, a heading that is not there.");
            }
        }
    }

    private static IEnumerable<string> Anchors(string file) => File.ReadLines(file).Where(l => l.StartsWith('#'))
        .Select(l => NotInAnchor().Replace(l.Trim('#', ' ').ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("`(filesystem|partition)`")]
    private static partial Regex Part();

    // Rules stand in parentheses, after the word Rule, or alone before what they do.
    [GeneratedRegex(@"(\(|Rules? )(`[A-Z][A-Za-z]+`[,) .]*(and |with a connection, )*)+")]
    private static partial Regex Named();

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^a-z0-9 -]")]
    private static partial Regex NotInAnchor();
}
