using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>What a reverse proxy or load balancer answers in MAAS's stead.</summary>
public sealed class GatewayResponseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(502, "Bad Gateway", "text/html")]
    [InlineData(502, "", null)]
    [InlineData(504, "The rack did not answer in time.", "text/plain")]
    [InlineData(500, "<html><head><title>Server Error</title></head></html>", "text/html")]
    [InlineData(500, "", "text/plain")]
    [InlineData(500, "Internal Server Error", "text/plain")]
    [InlineData(503, "no healthy upstream", "text/plain")]
    [InlineData(503, "upstream connect error or disconnect/reset before headers", "text/plain")]
    [InlineData(520, "error code: 520", "text/plain")]
    [InlineData(403, "\r\n<html><head><title>403 Forbidden</title></head></html>", null)]
    [InlineData(413, "<html><head><title>413 Request Entity Too Large</title></head></html>", "text/html")]
    [InlineData(200, "<!DOCTYPE html><html><head><title>Sign in</title></head></html>", "text/html")]
    public async Task After_a_write_it_is_no_answer_of_MAAS(int status, string body, string? type)
    {
        using var maas = new FakeMaas(Answers.Body(status, body, type));
        using var client = Clients.Of(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal(("WriteUnanswered", true), (error.ErrorId, error.WriteMayHaveHappened));
        Assert.Contains("It may or may not have happened", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MAAS refused", error.Message, StringComparison.Ordinal);
        Assert.Single(maas.Sent);
    }

    [Theory]
    [InlineData(500, "'NoneType' object has no attribute 'get_ipnetwork'", "text/plain; charset=utf-8")]
    [InlineData(503, "Unable to connect to any rack controller k6hth3; no connections available.", "text/plain; charset=utf-8")]
    [InlineData(409, "<!DOCTYPE html><title>Conflict Error</title>", "text/html; charset=utf-8")]
    [InlineData(404, "<!DOCTYPE html><title>Not Found</title>", "text/html; charset=utf-8")]
    [InlineData(405, "", "text/html; charset=utf-8")]
    [InlineData(401, "Authorization Error: 'Invalid access token: x'", "text/html; charset=utf-8")]
    [InlineData(429, "<html><title>429 Too Many Requests</title></html>", "text/html")]
    public async Task What_MAAS_words_itself_is_its_answer(int status, string body, string type)
    {
        using var maas = new FakeMaas(Answers.Body(status, body, type));
        using var client = Clients.Of(maas);

        var error = await Assert.ThrowsAsync<MaasApiException>(() => client.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal(status, error.StatusCode);
        Assert.StartsWith($"MAAS {(status == 500 ? "failed at" : "refused")} POST fabrics/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_answer_does_not_matter_wants_MAASs_own_all_the_same()
    {
        using var maas = new FakeMaas(Answers.Html(200, "Sign in"));
        using var client = Clients.Of(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.BlockDevices.SetBootDiskAsync("4y3h7n", 3, Cancel));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.Contains("\"Sign in\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_asks_to_come_again_is_waited_for()
    {
        var time = new WatchedTime();
        using var maas = new FakeMaas(Answers.With(Answers.Html(503, "Maintenance"), "Retry-After", "5"), Answers.Json("{}"));
        using var client = Clients.Of(maas, time);

        var writing = client.Fabrics.CreateAsync("oob", Cancel);

        Assert.Equal(TimeSpan.FromSeconds(5), await time.PassWaitAsync(Cancel));
        await writing;
    }

    [Fact]
    public async Task A_read_that_a_gateway_answers_is_repeated_and_never_a_refusal_of_MAAS()
    {
        var time = new WatchedTime();
        using var maas = new FakeMaas(Answers.Html(502, "Bad Gateway"));
        using var client = Clients.Of(maas, time);

        var reading = client.Fabrics.ListAsync(Cancel);
        for (var repetition = 0; repetition < 3; repetition++)
            await time.PassWaitAsync(Cancel);
        var error = await Assert.ThrowsAsync<MaasApiException>(() => reading);

        Assert.Equal("A gateway before MAAS answered GET fabrics/ (502): a web page, \"Bad Gateway\"", error.Message);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><head><title>Sign in</title></head></html>", "text/html")]
    [InlineData(" \n<html><head><title>Sign in</title></head></html>", null)]
    [InlineData("<html><head><title>Sign in</title></head></html>", "application/json")]
    public async Task A_page_in_place_of_what_is_read_is_a_passing_trouble_and_told_as_what_it_is(string page, string? type)
    {
        var time = new WatchedTime();
        using var maas = new FakeMaas(Answers.Body(200, page, type), Answers.Body(200, page, type), Answers.Json("[]"), Answers.Body(200, page, type));
        using var client = Clients.Of(maas, time);

        var passing = client.Fabrics.ListAsync(Cancel);
        await time.PassWaitAsync(Cancel);
        await time.PassWaitAsync(Cancel);
        Assert.Empty(await passing);
        var lasting = client.Fabrics.ListAsync(Cancel);
        for (var repetition = 0; repetition < 3; repetition++)
            await time.PassWaitAsync(Cancel);
        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => lasting);

        Assert.Equal(7, maas.Sent.Count);
        Assert.Equal(("NotMaas", false), (error.ErrorId, error.WriteMayHaveHappened));
        Assert.StartsWith("A gateway before MAAS answered GET fabrics/ (200, ", error.Message, StringComparison.Ordinal);
        Assert.Contains("a web page, \"Sign in\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_MAAS_hands_out_as_it_is_may_begin_like_a_page()
    {
        using var maas = new FakeMaas(Answers.Body(200, "<html>from a script</html>", "application/octet-stream"));
        using var client = Clients.Of(maas);

        var script = await client.SendAsync(new RawRequest { Path = "scripts/report", Operation = "download" }, Cancel);

        Assert.Equal("<html>from a script</html>", Encoding.UTF8.GetString(script.Body.Span));
    }

    [Fact]
    public async Task Once_connected_nobody_is_asked_whether_the_address_is_a_MAASs()
    {
        using var maas = new FakeMaas(Answers.Text(200, "OK"));
        using var client = Clients.Of(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.Fabrics.ListAsync(Cancel));

        Assert.Equal("NotMaas", error.ErrorId);
        Assert.DoesNotContain("address of a MAAS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_redirected_may_be_looked_at_again()
    {
        using var maas = new FakeMaas(Answers.Redirect("https://sso.example.com/login"));
        using var client = Clients.Of(maas);

        Assert.True((await Assert.ThrowsAsync<MaasConnectionException>(() => client.Fabrics.CreateAsync("oob", Cancel))).WriteMayHaveHappened);
    }
}
