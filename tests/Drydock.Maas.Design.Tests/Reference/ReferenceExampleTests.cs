using Drydock.Maas.Design.Documents;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Reference;

/// <summary>The YAML of the reference and the tutorial is what it says it is.</summary>
public sealed class ReferenceExampleTests
{
    private const string Example = "Example";

    public static TheoryData<string> Blocks { get; } = [.. ReferencePage.All().SelectMany(p => p.Blocks).Select(b => b.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_what_its_page_is_about(string name)
    {
        var block = ReferencePage.All().SelectMany(p => p.Blocks).First(b => b.ToString() == name);
        var problems = new List<DesignProblem>();
        var set = new DocumentSet();
        var documents = 0;
        foreach (var node in YamlStream.Read(block.Text, block.Page, problems, TestContext.Current.CancellationToken).Cast<YamlMap>())
        {
            documents++;
            if (node.Find("schema") is null && node.Find("apiVersion") is null)
                CheckPart(node, block.Page, problems);
            else if (Envelopes.Open(node, problems) is { } document)
                set.Add(document, problems);
        }

        Assert.True(documents > 0);
        Assert.Empty(problems.Concat(set.Warnings).Select(p => p.Message));
    }

    [Fact]
    public void The_examples_of_all_kinds_are_one_sound_site()
    {
        var site = Import(ReferencePage.All().SelectMany(p => p.Blocks).Where(b => b is { Section: Example, Site: "" }).Select(b => (b.Page, b.Text)));
        Assert.Equal(["quay-c1", "quay-c2"], site.Nodes.Select(n => n.Name));
        Assert.NotNull(site.Region);
        Assert.NotEmpty(site.Racks);
        Assert.NotEmpty(site.BootActions);
        Assert.Equal(2, site.DeploymentDocuments.Count);
        AssertSound(site);
    }

    [Fact]
    public void The_layered_example_is_layered_and_substituted()
    {
        var blocks = ReferencePage.All().SelectMany(p => p.Blocks).Where(b => b.Site == "layered").ToList();
        var node = """
            schema: drydock/HardwareProfile/v1
            metadata: {schema: metadata/Document/v1, name: any, storagePolicy: cleartext, layeringDefinition: {layer: site}}
            data: {}
            ---
            schema: drydock/BaremetalNode/v1
            metadata: {schema: metadata/Document/v1, name: one, storagePolicy: cleartext, layeringDefinition: {layer: site}}
            data: {host_profile: base, hardware_profile: any, addressing: [{network: oob, address: 10.70.0.9}]}
            """;
        var site = Import([.. blocks.Select(b => (b.Page, b.Text)), ("node", node)]);
        var one = Assert.Single(site.Nodes);
        Assert.Equal(("hwe-22.04", "jammy", "operator", "correct-horse-battery"), (one.Kernel, one.Image, one.Oob.Account, one.Oob.Credential?.Reveal()));
    }

    [Fact]
    public void The_files_of_the_tutorial_are_one_sound_site()
    {
        // A file that is shown again is written again.
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in ReferencePage.ReadFile(RepositoryFolder.GetPath("docs", "tutorial.md")).Blocks)
            files[block.Text.Split('\n')[0].TrimStart('#', ' ')] = block.Text;
        var site = Import(files.Select(f => (f.Key, f.Value)));
        Assert.Equal(4, site.Nodes.Count);
        AssertSound(site);
    }

    private static SiteDesign Import(IEnumerable<(string Name, string Text)> texts)
    {
        var warnings = new List<DesignProblem>();
        var site = DesignReader.Read(
            [.. texts.Select(t => DesignSource.FromText(t.Name, t.Text))], new DesignOptions(), warnings, TestContext.Current.CancellationToken);
        Assert.Empty(warnings.Select(w => w.Message));
        return site;
    }

    /// <summary>Nothing is found, but that nobody compared it with a MAAS.</summary>
    private static void AssertSound(SiteDesign site) => Assert.Equal(
        ["PlatformSelection"], DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken).Select(f => f.RuleId));

    /// <summary>A part of a document is one of the page's kind; the pages of sections are those of hosts.</summary>
    private static void CheckPart(YamlMap part, string page, List<DesignProblem> problems)
    {
        var kind = DocumentSchemas.Names.Contains(page) ? page : "HostProfile";
        var document = new Document(kind, "part", part, "data", part.Location);
        DocumentSchemas.Check(document, new DocumentReport(document, problems));
    }
}
