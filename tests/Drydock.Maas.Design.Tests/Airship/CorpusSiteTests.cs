using Drydock.Maas.Design.Airship;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Airship;

/// <summary>Whole sites as authored, held against what the engine rendered of them.</summary>
public sealed class CorpusSiteTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_document_of_every_site_is_rendered_as_the_engine_does()
    {
        foreach (var folder in Directory.GetDirectories(CorpusFolder.Find("sites")))
        {
            var rendered = Render(Path.Combine(folder, "input"));
            var expected = Parse(Path.Combine(folder, "rendered.yaml"));
            output.WriteLine($"{Path.GetFileName(folder)}: {expected.Count} documents");
            Assert.Equal(expected.Select(GetName), rendered.Select(GetName));
            foreach (var (wanted, actual) in expected.Zip(rendered))
                Assert.True(DataNodes.AreEqual(DataNodes.From(wanted), DataNodes.From(actual)), $"{GetName(wanted)} of {folder} differs.");
        }
    }

    [Fact]
    public void Every_site_can_be_imported()
    {
        foreach (var folder in Directory.GetDirectories(CorpusFolder.Find("sites")).Select(f => Path.Combine(f, "input")))
        {
            var name = Assert.Single(SiteRepository.FindSites(folder));
            var warnings = new List<DesignProblem>();
            var files = SiteRepository.FindFiles([folder], name, warnings, TestContext.Current.CancellationToken);
            var site = DesignReader.Read(
                [.. files.Select(DesignSource.FromFile)], new DesignOptions(), warnings, TestContext.Current.CancellationToken);
            Assert.NotEmpty(site.Nodes);
        }
    }

    private static List<YamlMap> Render(string repository)
    {
        var problems = new List<DesignProblem>();
        var files = SiteRepository.FindFiles([repository], Assert.Single(SiteRepository.FindSites(repository)), problems, TestContext.Current.CancellationToken);
        var yaml = DocumentReader.Read([.. files.Select(DesignSource.FromFile)], problems, problems, null, TestContext.Current.CancellationToken);
        var rendered = AirshipReader.RenderForDrydock(yaml, new DesignOptions(), problems, TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        return [.. rendered.Cast<YamlMap>().Where(map => GetName(map).StartsWith("drydock/", StringComparison.Ordinal))];
    }

    private static List<YamlMap> Parse(string file)
    {
        var problems = new List<DesignProblem>();
        var documents = YamlStream.Read(File.ReadAllText(file), file, problems, TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        return [.. documents.Cast<YamlMap>()];
    }

    private static string GetName(YamlMap document) =>
        $"{((YamlScalar)document.Find("schema")!).Text} {((YamlScalar)((YamlMap)document.Find("metadata")!).Find("name")!).Text}";
}
