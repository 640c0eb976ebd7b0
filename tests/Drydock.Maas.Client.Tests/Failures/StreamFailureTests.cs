using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>What goes wrong with a list that is read while it comes.</summary>
public sealed class StreamFailureTests
{
    private const string One = """{"system_id": "4y3h7n"}""";
    private const string Chunked = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    private readonly WatchedTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("800\r\n[" + One + ", {\"system_id\": ", 1)]
    [InlineData("", 0)]
    [InlineData("1\r\n[\r\n", 0)]
    public async Task A_body_in_chunks_that_breaks_off_is_a_broken_connection_after_what_came(string body, int came)
    {
        await using var server = new RawServer(Chunked + body);
        using var client = Clients.Unverified(null, new MaasConnectionOptions { Url = server.Url, ApiKey = Clients.ApiKey });

        var (ids, error) = await ReadAsync(client);

        Assert.Equal(came, ids.Count);
        Assert.Equal("ConnectionFailed", Assert.IsType<MaasConnectionException>(error).ErrorId);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Another_type_than_JSON_is_named()
    {
        using var maas = new FakeMaas(Answers.Text(200, "OK"));
        using var client = Clients.Of(maas);

        var (_, error) = await ReadAsync(client);

        Assert.Equal("NotMaas", Assert.IsType<MaasConnectionException>(error).ErrorId);
        Assert.Contains("text/plain", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_its_place_is_told_with_its_title_when_asking_again_did_not_help()
    {
        using var maas = new FakeMaas(Answers.Html(200, "Sign in"), Answers.Json($"[{One}]"), Answers.Html(200, "Sign in"));
        using var client = Clients.Of(maas, _time);

        var reading = ReadAsync(client);
        await _time.PassWaitAsync(Cancel);
        Assert.Equal(["4y3h7n"], (await reading).Ids);
        var failing = ReadAsync(client);
        for (var repetition = 0; repetition < 3; repetition++)
            await _time.PassWaitAsync(Cancel);
        var (_, error) = await failing;

        Assert.Equal("NotMaas", Assert.IsType<MaasConnectionException>(error).ErrorId);
        Assert.Contains("(200, text/html): a web page, \"Sign in\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_named_and_not_followed()
    {
        using var maas = new FakeMaas(Answers.Redirect("https://maas.example.com:5443/MAAS/"));
        using var client = Clients.Of(maas);

        var (_, error) = await ReadAsync(client);

        Assert.Contains(
            "https://maas.example.com:5443/MAAS/", Assert.IsType<MaasConnectionException>(error).Message, StringComparison.Ordinal);
        Assert.Single(maas.Sent);
    }

    [Fact]
    public async Task The_body_of_a_401_is_neither_kept_nor_shown()
    {
        using var maas = new FakeMaas(Answers.Text(401, "'Invalid signature. Expected signature base string: &ADMINSECRET'"));
        using var client = Clients.Of(maas);

        var (_, error) = await ReadAsync(client);

        Assert.Null(Assert.IsType<MaasApiException>(error).Body);
        Assert.DoesNotContain("ADMINSECRET", error.ToString(), StringComparison.Ordinal);
        Assert.Single(maas.Sent);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(409)]
    public async Task It_is_asked_for_again_after_the_time_MAAS_asks_for(int status)
    {
        using var maas = new FakeMaas(Answers.Later(status, 10), Answers.Json($"[{One}]"));
        using var client = Clients.Of(maas, _time);

        var reading = ReadAsync(client);

        Assert.Equal(TimeSpan.FromSeconds(10), await _time.PassWaitAsync(Cancel));
        Assert.Equal(["4y3h7n"], (await reading).Ids);
        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task It_is_asked_for_again_when_the_connection_breaks_before_it_comes()
    {
        using var maas = new FakeMaas(Answers.Broken(), Answers.Json($"[{One}]"));
        using var client = Clients.Of(maas, _time);

        var reading = ReadAsync(client);
        await _time.PassWaitAsync(Cancel);

        Assert.Equal(["4y3h7n"], (await reading).Ids);
        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task A_conflict_without_a_time_is_told_at_once()
    {
        using var maas = new FakeMaas(Answers.Text(409, "busy"));
        using var client = Clients.Of(maas, _time);

        var (_, error) = await ReadAsync(client);

        Assert.Equal("Conflict", Assert.IsType<MaasApiException>(error).ErrorId);
        Assert.Single(maas.Sent);
    }

    private static async Task<(List<string> Ids, Exception? Error)> ReadAsync(MaasClient client)
    {
        var ids = new List<string>();
        var error = await Record.ExceptionAsync(async () =>
        {
            await foreach (var machine in client.Machines.StreamAsync(new MachineFilter(), Cancel))
                ids.Add(machine.SystemId);
        });
        return (ids, error);
    }
}
