using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Design.Tests.Export;

/// <summary>What is exported, read again.</summary>
public sealed class ExportTests
{
    private static readonly ExportOptions WithSecrets = new() { IncludeSecrets = true };

    [Theory]
    [InlineData(ExportFormat.Yaml)]
    [InlineData(ExportFormat.Json)]
    public void What_is_exported_gives_the_same_site_again(ExportFormat format)
    {
        var site = ExampleSite.Read();
        var text = DesignExporter.ToText(site, WithSecrets with { Format = format });
        // JSON documents stand in one array; YAML reads each of them alike.
        var again = format == ExportFormat.Json ? ReadArray(text) : ExampleSite.Read(text);
        Assert.Empty(DesignComparer.Compare(site, again));
        Assert.Equal(text, DesignExporter.ToText(again, WithSecrets with { Format = format }));
    }

    [Fact]
    public void Every_recorded_design_survives_the_way_out_and_in()
    {
        var read = 0;
        foreach (var file in Directory.GetFiles(CorpusFolder.Find("designs"), "*.yaml"))
        {
            SiteDesign site;
            try
            {
                site = ExampleSite.Read(File.ReadAllText(file));
            }
            catch (DesignException)
            {
                continue;
            }

            if (site.Nodes.Count == 0)
                continue;
            read++;
            var differences = DesignComparer.Compare(site, ExampleSite.Read(DesignExporter.ToText(site, WithSecrets)));
            Assert.True(!differences.Any(), $"{Path.GetFileName(file)}: {string.Join(Environment.NewLine, differences)}");
        }

        Assert.InRange(read, 10, 100);
    }

    [Fact]
    public void Secrets_are_masked_unless_asked_for()
    {
        var site = ExampleSite.Read();
        var secret = site.Nodes[0].Oob.Credential!.Reveal();
        Assert.DoesNotContain(secret, DesignExporter.ToText(site, new()), StringComparison.Ordinal);
        Assert.Contains(secret, DesignExporter.ToText(site, WithSecrets), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_masked_is_not_taken_for_a_password()
    {
        var text = DesignExporter.ToText(ExampleSite.Read(), new());
        Assert.Equal("MaskedSecret", Assert.Throws<DesignException>(() => ExampleSite.Read(text)).ErrorId);
    }

    [Fact]
    public void Each_node_has_a_file_of_its_own_where_asked()
    {
        var files = DesignExporter.ToFiles(ExampleSite.Read(), new()).Select(f => f.Key).ToList();
        Assert.Equal(9, files.Count);
        Assert.Equal("site.yaml", files[0]);
        Assert.Contains("nodes/control01.yaml", files);
    }

    private static SiteDesign ReadArray(string text) =>
        ExampleSite.Read(string.Concat(System.Text.Json.Nodes.JsonNode.Parse(text)!.AsArray().Select(d => $"---\n{d!.ToJsonString()}\n")));
}
