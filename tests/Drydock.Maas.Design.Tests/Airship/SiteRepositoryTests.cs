using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design.Tests.Airship;

/// <summary>Which files make a site.</summary>
public sealed class SiteRepositoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    public SiteRepositoryTests()
    {
        Write("site/south/site-definition.yaml", "schema: pegleg/SiteDefinition/v1\nmetadata: {name: south}\ndata: {site_type: small}\n");
        foreach (var file in new[]
        {
            "global/a.yaml",
            "global/b/c.yaml",
            "global/notes.txt",
            "global/d.yml",
            "global/.hidden.yaml",
            "global/.git/e.yaml",
            "global/tools/f.yaml",
            "type/small/g.yaml",
            "type/large/h.yaml",
            "site/south/i.yaml",
            "site/north/j.yaml",
        })
            Write(file, "{}\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Global_type_and_site_files_are_taken_in_this_order() => Assert.Equal(
        ["global/a.yaml", "global/b/c.yaml", "type/small/g.yaml", "site/south/i.yaml", "site/south/site-definition.yaml"], Files("south"));

    [Fact]
    public void Sites_are_the_folders_with_a_definition() => Assert.Equal(["south"], SiteRepository.FindSites(_folder));

    [Theory]
    [InlineData("north")]
    [InlineData("../south")]
    [InlineData("nowhere")]
    public void A_site_that_is_none_is_told(string site) =>
        Assert.Equal("SiteNotFound", Assert.Throws<DesignException>(() => Files(site)).ErrorId);

    [Fact]
    public void Repositories_the_definition_names_are_asked_for()
    {
        Write(
            "site/south/site-definition.yaml", "schema: pegleg/SiteDefinition/v1\nmetadata: {name: south}\ndata:\n  site_type: "
                + "small\n  repositories: {shared: {url: 'https://example.com/shared', revision: main}}\n");
        var warnings = new List<DesignProblem>();
        SiteRepository.FindFiles([_folder], "south", warnings, TestContext.Current.CancellationToken);
        Assert.Contains("shared", Assert.Single(warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_repository_with_revisions_the_one_named_and_what_is_common_is_taken()
    {
        foreach (var file in new[] { "global/common/a.yaml", "global/v1.0/b.yaml", "global/v4.0/c.yaml", "type/small/common/d.yaml" })
            Write(file, "{}\n");
        Write(
            "site/south/site-definition.yaml",
            "schema: pegleg/SiteDefinition/v1\nmetadata: {name: south}\ndata: {site_type: small, revision: v4.0}\n");
        Assert.Equal(
            ["global/common/a.yaml", "global/v4.0/c.yaml", "type/small/common/d.yaml", "site/south/i.yaml", "site/south/site-definition.yaml"],
            Files("south"));
    }

    [Fact]
    public void A_revision_without_a_folder_of_its_own_means_nothing()
    {
        Write(
            "site/south/site-definition.yaml",
            "schema: pegleg/SiteDefinition/v1\nmetadata: {name: south}\ndata: {site_type: small, revision: v4.0}\n");
        Assert.Contains("global/b/c.yaml", Files("south"));
    }

    [Fact]
    public void A_definition_without_a_type_is_told_with_its_place()
    {
        Write("site/south/site-definition.yaml", "schema: pegleg/SiteDefinition/v1\nmetadata: {name: south}\ndata: {}\n");
        Assert.Equal(3, Assert.Throws<DesignException>(() => Files("south")).Problems[0].Location!.Line);
    }

    private string[] Files(string site) =>
        [.. SiteRepository.FindFiles([_folder], site, [], TestContext.Current.CancellationToken).Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/'))];

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
