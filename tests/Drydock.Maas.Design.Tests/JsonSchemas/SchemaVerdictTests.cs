using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.Documents;
using Drydock.Maas.Design.Tests.Reference;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.JsonSchemas;

/// <summary>An editor refuses what the reader refuses by its schemas, and nothing else.</summary>
public sealed partial class SchemaVerdictTests
{
    [Fact]
    public void Examples_are_accepted() => Assert.All(Examples(), document => Assert.True(SchemaFiles.Accepts(document), document.Location.ToString()));

    [Fact]
    public void Both_give_one_verdict_over_every_change_of_an_example()
    {
        var verdicts = new List<bool>();
        foreach (var document in Examples().Where(d => d.Text("schema")!.StartsWith("drydock/", StringComparison.Ordinal)))
            verdicts.AddRange(DocumentChanges.Of(document).OfType<YamlMap>().Where(d => !IsOfAnother(d, document)).Select(AssertOneVerdict));
        Assert.True(verdicts.Count(v => v) > 500 && verdicts.Count(v => !v) > 5000, $"{verdicts.Count(v => v)} accepted, {verdicts.Count(v => !v)} refused");
    }

    [Fact]
    public void Both_give_one_verdict_over_the_corpus()
    {
        var count = 0;
        foreach (var file in Directory.GetFiles(CorpusFolder.GetPath("designs"), "*.yaml").Concat(Directory.GetFiles(CorpusFolder.GetPath("sites"), "rendered.yaml", SearchOption.AllDirectories)))
        {
            foreach (var document in Read(File.ReadAllText(file)).Where(IsOfDrydock))
            {
                AssertOneVerdict(document);
                count++;
            }
        }

        Assert.True(count > 200, $"{count} documents");
    }

    [Theory]
    [InlineData("schema: drydock/Netwerk/v1\nmetadata: {name: a}\ndata: {}")]
    [InlineData("schema: drydock/Network/v2\nmetadata: {name: a}\ndata: {cidr: 10.0.0.0/8}")]
    [InlineData("schema: Network\nmetadata: {name: a}\ndata: {cidr: 10.0.0.0/8}")]
    [InlineData("metadata: {name: a}\ndata: {cidr: 10.0.0.0/8}")]
    [InlineData("schema: drydock/Network/v1\nmetadata: {}\ndata: {cidr: 10.0.0.0/8}")]
    [InlineData("schema: drydock/Network/v1\nmetadata: {name: a}\ndata:")]
    [InlineData("schema: drydock/Network/v1\nmetadata: {name: a}\ndata: {cidr: 10.0.0.0/8, vlan: 7}")]
    [InlineData("schema: shipyard/DeploymentStrategy/v1\nmetadata: {name: a}\ndata: {groups: [{name: a}]}")]
    [InlineData("schema: deckhand/LayeringPolicy/v1\nmetadata: {schema: metadata/Control/v1, name: a}\ndata: {layers: [global]}")]
    [InlineData("apiVersion: drydock/v1\nkind: Network\nmetadata: {name: a}\nspec: {cidr: 10.0.0.0/8, vlan: 7}")]
    public void What_is_no_document_of_its_kind_is_refused(string text) => Assert.False(SchemaFiles.Accepts(Assert.Single(Read(text))));

    [Theory]
    [InlineData("schema: pegleg/SiteDefinition/v1\nmetadata: {name: a}\ndata: anything")]
    [InlineData("apiVersion: drydock/v1\nkind: Network\nmetadata: {name: a}\nspec: {cidr: 10.0.0.0/8}")]
    [InlineData("apiVersion: promenade/v1\nkind: Masters\nspec: 7")]
    public void Documents_of_others_and_of_the_older_envelope_pass(string text) => Assert.True(SchemaFiles.Accepts(Assert.Single(Read(text))));

    private static bool IsOfDrydock(YamlMap document) => document.Text("schema")?.StartsWith("drydock/", StringComparison.Ordinal) == true;

    /// <summary>Whether a change made it a document of another kind or owner, or none: then there is nothing to compare.</summary>
    private static bool IsOfAnother(YamlMap changed, YamlMap document) => changed.Text("schema") != document.Text("schema");

    private static bool AssertOneVerdict(YamlMap document)
    {
        var problems = new List<DesignProblem>();
        var opened = Envelopes.Open(document, problems);
        if (opened is not null)
            new DocumentSet().Add(opened, problems);
        var isAccepted = SchemaFiles.Accepts(document);
        var ofSchemas = problems.Where(p => !IsBeyondSchemas(p, document)).Select(p => $"{p.Document} {p.Path}: {p.Message}").ToList();
        if (isAccepted)
            Assert.Empty(ofSchemas);
        else
            Assert.True(problems.Count > 0, $"The editor refuses what the reader takes: {opened}, {document.Location}");
        return isAccepted;
    }

    /// <summary>What no schema can tell: slips where other keys may be, what one key demands of another, fractions where a whole number is due.</summary>
    private static bool IsBeyondSchemas(DesignProblem problem, YamlMap document) => problem.ErrorId switch
    {
        "UnknownProperty" => problem.Message.EndsWith(" meant?", StringComparison.Ordinal),
        "PropertyMissing" => problem.Path is { } path && (path.Contains(".device_aliases.", StringComparison.Ordinal)
            || path.EndsWith(".data", StringComparison.Ordinal) || path.EndsWith(".path", StringComparison.Ordinal) || path == "$.addressing"
            || IsThere(problem, document)),
        "WrongType" => problem.Message.Contains("whole number", StringComparison.Ordinal) || IsFreely(problem),
        "InvalidValue" => problem.Message.Contains("octal permission", StringComparison.Ordinal) || problem.Path!.EndsWith(".type", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether what is said to be missing is there, with nothing in it.</summary>
    private static bool IsThere(DesignProblem problem, YamlMap document)
    {
        var node = document.Find("data");
        foreach (var step in Step().Matches(problem.Path!).Select(m => m.Value.Trim('.', '[', ']', '\'')))
            node = node is YamlList list ? list.Items.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)) : (node as YamlMap)?.Find(step);
        return node is not null;
    }

    /// <summary>Values that Drydock's schemas let pass, whatever they are, and readers do not.</summary>
    private static bool IsFreely(DesignProblem problem) => problem.Message is "A single value is expected here." or "A mapping is expected here.";

    private static IEnumerable<YamlMap> Examples() => Read(ExampleSite.Text())
        .Concat(ReferencePage.All().SelectMany(p => p.Blocks).Where(b => b.Section == "Example").SelectMany(b => Read(b.Text)));

    private static IEnumerable<YamlMap> Read(string text) =>
        YamlStream.Read(text, "text", [], TestContext.Current.CancellationToken).OfType<YamlMap>();

    [GeneratedRegex(@"\.[^.\[]+|\[[^\]]+\]")]
    private static partial Regex Step();
}
