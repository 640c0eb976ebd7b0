using System.Net;
using Drydock.Maas.Design.BootActions;
using static Drydock.Maas.Design.Tests.BootActions.OneNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Content of assets is fetched from where their location says.</summary>
public sealed class FetchTests : IDisposable
{
    private const string PackageList = "assets: [{type: pkg_list, location: 'http://files.example/p'}]";

    private readonly string _folder = Directory.CreateTempSubdirectory("boot-actions").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_of_this_machine_is_fetched_and_piped()
    {
        var file = Path.Combine(_folder, "n1.txt");
        await File.WriteAllTextAsync(file, "I am {{ node.hostname }}\n", TestContext.Current.CancellationToken);
        var location = new Uri(_folder).AbsoluteUri + "/{{ node.hostname }}.txt";
        var asset = await RenderAsync(
            $"{{type: file, path: /a, location: '{location}', location_pipeline: [template], data_pipeline: [utf8_decode, template]}}");
        Assert.Equal(("I am n1", new Uri(file).AbsoluteUri), (asset.Text, asset.Source));
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_is_refused_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in the file system here.");
        var pipe = Path.Combine(_folder, "pipe");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", pipe))
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<DesignException>(() => RenderAllAsync(FileAt(new Uri(pipe).AbsoluteUri)));
        var problem = Assert.Single(error.Problems);
        Assert.Equal(("NotRegularFile", "$.assets[0].location"), (problem.ErrorId, problem.Path));
        Assert.Contains(pipe, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_is_fetched_with_the_user_of_the_location_who_is_never_shown()
    {
        var web = new FixedWeb(HttpStatusCode.OK, "from the web");
        var asset = Assert.Single(await RenderAllAsync(FileAt("http://joe:s%20cret@files.example/a"), web));
        Assert.Equal(("from the web", "http://***@files.example/a"), (asset.Text, asset.Source));
        Assert.Equal("Basic " + Convert.ToBase64String("joe:s cret"u8), web.Asked!.Headers.Authorization!.ToString());
        Assert.Equal("http://files.example/a", web.Asked.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task A_refusal_says_what_the_server_answered()
    {
        var error = await Assert.ThrowsAsync<DesignException>(
            () => RenderAllAsync(FileAt("http://joe:secret@files.example/a"), new FixedWeb(HttpStatusCode.NotFound, "")));
        Assert.Contains("http://***@files.example/a cannot be fetched: the server answers 404", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        var web = new FixedWeb(HttpStatusCode.OK, new string('x', AssetFetcher.MostBytes + 1));
        var error = await Assert.ThrowsAsync<DesignException>(() => RenderAllAsync(FileAt("http://files.example/a"), web));
        Assert.Equal("AssetNotFetched", error.ErrorId);
    }

    [Theory]
    [InlineData("htop: '1.0-1'\ncurl: null\n")]
    [InlineData("{\"htop\": \"1.0-1\", \"curl\": null}")]
    public async Task A_package_list_is_fetched_as_YAML_or_JSON(string content)
    {
        var asset = Assert.Single(await RenderAllAsync(PackageList, new FixedWeb(HttpStatusCode.OK, content)));
        Assert.Equal([new("htop", "1.0-1"), new("curl", null)], asset.Packages);
    }

    [Theory]
    [InlineData("- htop")]
    [InlineData("htop: 1.0")]
    [InlineData("htop: '1.0'")]
    [InlineData("htop: latest")]
    [InlineData("a: [b")]
    public async Task A_list_that_is_none_is_an_error(string content)
    {
        var web = new FixedWeb(HttpStatusCode.OK, content);
        var error = await Assert.ThrowsAsync<DesignException>(() => RenderAllAsync(PackageList, web));
        Assert.Equal("InvalidPackageList", error.ErrorId);
    }

    private static string FileAt(string location) => $"assets: [{{type: file, path: /a, location: '{location}'}}]";
}
