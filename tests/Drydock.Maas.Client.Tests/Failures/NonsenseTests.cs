using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

public sealed class NonsenseTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_web_page_in_place_of_an_answer_is_not_MAAS()
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(Answers.Html(200, "Sign in")));

        Assert.Equal("NotMaas", error.ErrorId);
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
        Assert.False(error.WriteMayHaveHappened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"OK\"")]
    [InlineData("{\"version\": ")]
    [InlineData("{\"version\": {}}")]
    public async Task JSON_of_another_shape_is_not_MAAS(string body)
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(Answers.Json(body)));

        Assert.Equal("NotMaas", error.ErrorId);
    }

    [Fact]
    public async Task After_a_write_nobody_knows_whether_it_happened()
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.WriteAsync(Answers.Json("{\"name\": ")));

        Assert.Equal("NotMaas", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_write_whose_answer_does_not_matter_takes_any()
    {
        using var maas = new FakeMaas(Answers.Text(200, "OK"));
        using var client = Clients.Unverified(maas);

        var error = await Record.ExceptionAsync(() => client.BlockDevices.SetBootDiskAsync("4y3h7n", 3, Cancel));

        Assert.Null(error);
    }

    [Fact]
    public async Task A_body_cut_off_on_its_way_is_a_broken_connection()
    {
        await using var server = new RawServer(Head + "{\"version\": \"3.4");

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(To(server)));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.Contains("broke during GET version/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_a_write_cut_off_on_its_way_leaves_it_open_whether_it_happened()
    {
        await using var server = new RawServer(Head + "{\"id\": 4");
        using var client = Clients.Unverified(null, To(server));

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_server_that_hangs_up_without_a_word_is_a_broken_connection()
    {
        await using var server = new RawServer("");

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(To(server)));

        Assert.Equal("ConnectionFailed", error.ErrorId);
    }

    [Fact]
    public async Task What_does_not_speak_HTTP_is_not_connected_to()
    {
        await using var server = new RawServer("SSH-2.0-OpenSSH_9.6\r\n");

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(To(server)));

        Assert.Equal("ConnectionFailed", error.ErrorId);
    }

    private static MaasConnectionOptions To(RawServer server) => new() { Url = server.Url, ApiKey = Clients.ApiKey };
}
