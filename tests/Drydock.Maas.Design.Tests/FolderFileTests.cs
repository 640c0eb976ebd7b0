using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design.Tests;

/// <summary>Which files a folder stands for, links in a circle included.</summary>
public sealed class FolderFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    public FolderFileTests()
    {
        foreach (var file in new[] { "a.yaml", "notes.txt", "b/c.yml", "b/d/e.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(GetPath(file))!);
            File.WriteAllText(GetPath(file), "{}\n");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void They_are_those_at_any_depth_in_ordinal_order() => Assert.Equal(["a.yaml", "b/c.yml", "b/d/e.yaml"], Files());

    [Theory]
    [InlineData("b/loop", "..")]
    [InlineData("b/d/loop", ".")]
    [InlineData("b/d/loop", "../../b/d/../d")]
    public void A_link_to_a_folder_around_it_adds_nothing(string link, string target)
    {
        Directory.CreateSymbolicLink(GetPath(link), target);
        Assert.Equal(["a.yaml", "b/c.yml", "b/d/e.yaml"], Files());
    }

    [Fact]
    public void A_link_out_of_the_folder_is_followed_once()
    {
        var other = Directory.CreateTempSubdirectory("drydock-maas-").FullName;
        File.WriteAllText(Path.Combine(other, "f.yaml"), "{}\n");
        Directory.CreateSymbolicLink(Path.Combine(other, "back"), _folder);
        Directory.CreateSymbolicLink(GetPath("b/other"), other);
        Assert.Equal(["a.yaml", "b/c.yml", "b/d/e.yaml", "b/other/f.yaml"], Files());
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void A_repository_with_a_link_in_a_circle_has_each_file_once()
    {
        Directory.CreateDirectory(GetPath("site/s"));
        File.WriteAllText(
            GetPath("site/s/site-definition.yaml"), "schema: pegleg/SiteDefinition/v1\nmetadata: {name: s}\ndata: {site_type: small}\n");
        Directory.CreateSymbolicLink(GetPath("site/s/loop"), ".");
        Assert.Single(SiteRepository.FindFiles([_folder], "s", [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_search_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => DesignFiles.Expand(_folder, cancelled.Token));
    }

    private string GetPath(string file) => Path.Combine(_folder, file);

    private IEnumerable<string> Files() => DesignFiles.Expand(_folder, TestContext.Current.CancellationToken)
        .Select(f => Path.GetRelativePath(_folder, f).Replace('\\', '/'));
}
