using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>How much of an answer is held in memory.</summary>
public sealed class BodyLimitTests
{
    private const int Limit = 2000;
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly string Long =
        $"[{string.Join(',', Enumerable.Range(0, 200).Select(i => $"{{\"system_id\": \"id{i:000}\"}}"))}]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_announced_as_too_long_is_refused()
    {
        await using var server = new RawServer($"{Head}Content-Length: {Limit + 1}\r\n\r\n[");

        AssertTooLarge(await Failing.ReadAsync(To(server)));
    }

    [Fact]
    public async Task An_answer_that_turns_out_too_long_is_refused()
    {
        await using var server = new RawServer($"{Head}Transfer-Encoding: chunked\r\n\r\n{Long.Length:x}\r\n{Long}\r\n0\r\n\r\n");

        AssertTooLarge(await Failing.ReadAsync(To(server)));
    }

    [Fact]
    public async Task An_answer_of_just_that_length_is_taken()
    {
        var body = "{\"version\": \"3.4.10\"}".PadRight(Limit);
        await using var server = new RawServer($"{Head}Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n");

        Assert.Null(await Failing.ReadAsync(To(server)));
    }

    [Fact]
    public async Task A_write_answered_at_length_may_have_happened()
    {
        var error = Assert.IsType<MaasConnectionException>(await Failing.WriteAsync(Answers.Json(Long), Bounded(Clients.Url)));

        Assert.Equal(("AnswerTooLarge", true), (error.ErrorId, error.WriteMayHaveHappened));
    }

    [Fact]
    public async Task Machines_that_are_read_while_they_come_have_no_bound()
    {
        using var maas = new FakeMaas(Answers.Json(Long));
        using var client = Clients.Unverified(maas, Bounded(Clients.Url));

        Assert.Equal(200, await client.Machines.StreamAsync(new MachineFilter(), Cancel).CountAsync(Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_long_refusal_the_beginning_is_kept(bool isStreamed)
    {
        using var maas = new FakeMaas(Answers.Text(400, new string('x', 1_000_000)));
        using var client = Clients.Unverified(maas, Bounded(Clients.Url));

        var error = await Assert.ThrowsAsync<MaasApiException>(async () => _ = isStreamed
            ? await client.Machines.StreamAsync(new MachineFilter(), Cancel).CountAsync(Cancel)
            : (await client.Machines.ListAsync(new MachineFilter(), Cancel)).Count);

        Assert.Equal(("BadRequest", 65536), (error.ErrorId, error.Body!.Length));
    }

    private static void AssertTooLarge(Exception? exception)
    {
        var error = Assert.IsType<MaasConnectionException>(exception);
        Assert.Equal(("AnswerTooLarge", false), (error.ErrorId, error.WriteMayHaveHappened));
        Assert.EndsWith("the answer is longer than 2,000 bytes. Ask for less, with a filter.", error.Message, StringComparison.Ordinal);
    }

    private static MaasConnectionOptions To(RawServer server) => Bounded(server.Url);

    private static MaasConnectionOptions Bounded(string url) => new() { Url = url, ApiKey = Clients.ApiKey, LongestBody = Limit };
}
