using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>Servers and proxies repeat what they were sent; what leaves the client has no secret in it.</summary>
public sealed class SecretEchoTests
{
    private const string Secret = "secretpart";
    private const string Header = "OAuth oauth_consumer_key=\"consumerpart\", oauth_token=\"tokenpart\", oauth_signature=\"%26secretpart\"";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string, string?> Echoes => new()
    {
        { "a text", 400, $"Bad header: {Header}", "text/plain" },
        { "fields", 400, "{\"__all__\": [\"&secretpart is odd\"], \"&secretpart\": [\"x\"]}", "application/json" },
        { "JSON that is no list of fields", 400, $"[\"{Header.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]", "application/json" },
        { "a title", 502, $"<html><title>{Header}</title><p>{Header}</p></html>", "text/html" },
        { "upper case", 500, "SECRETPART", "text/plain" },
        { "escaped", 500, "&quot;%26secretpart&quot;", "text/plain" },
        { "another signature", 409, "oauth_signature=\"%26whateveritis\" secretpart", "text/plain" },
        { "a long text", 500, new string('x', 490) + Secret, "text/plain" },
        { "a text cut within the secret", 500, new string('x', ErrorResponses.LongestBody - 5) + Secret, "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_refusal_does_not_repeat_the_key(string what, int status, string body, string? type)
    {
        // A gateway's answer to a write is none of MAAS's.
        var error = Assert.IsType<MaasException>(await Failing.WriteAsync(Answers.Body(status, body, type)), exactMatch: false);

        var fields = (error as MaasApiException)?.FieldErrors.SelectMany(f => f.Value.Prepend(f.Key)) ?? [];
        var told = string.Join('\n', [error.Message, error.InnerException?.Message, (error as MaasApiException)?.Body, .. fields]);
        Assert.All(["secre", "tokenpart", "consumerpart", "whateveritis"],
            part => Assert.DoesNotContain(part, told.Replace("(secret)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"({status})", told, StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task Nor_does_a_redirection()
    {
        using var maas = new FakeMaas(Answers.Redirect("https://login.example/?back=/MAAS&oauth_signature=%26secretpart&u=https://a:pw@b/"));
        using var client = Clients.Unverified(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.GetVersionAsync(Cancel));

        Assert.Contains("https://login.example/", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a:pw", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_an_answer_that_cannot_be_read()
    {
        using var maas = new FakeMaas(Answers.Body(200, "{\"secretpart\": {\"version\": tokenpart}}", "application/secretpart"));
        using var client = Clients.Unverified(maas);

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.GetVersionAsync(Cancel));

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_was_sent_is_not_repeated()
    {
        using var maas = new FakeMaas(Answers.Body(400, "{\"power_pass\": [\"hunter2 is too short\"]}", "application/json"));
        using var client = Clients.Unverified(maas);
        var request = new RawRequest
        {
            Method = "PUT",
            Path = "machines/abc/",
            Parameters = [KeyValuePair.Create("power_parameters_power_pass", "hunter2")],
        };

        var error = await Assert.ThrowsAsync<MaasApiException>(() => client.SendAsync(request, Cancel));

        Assert.DoesNotContain("hunter2", error.Message + error.Body + string.Concat(error.FieldErrors["power_pass"]), StringComparison.Ordinal);
        Assert.Contains("is too short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_of_repetitions_has_no_key_in_it()
    {
        var time = new WatchedTime();
        using var maas = new FakeMaas(Answers.Body(503, $"overloaded: {Header}", "text/plain"), Answers.Body(200, "[]", "application/json"));
        using var client = Clients.Of(maas, time);
        var told = new List<string>();
        client.Retrying += (_, e) => told.Add($"{e.Request} {e.Reason}");
        client.Sending += (_, e) => told.Add(e.Request);

        var reading = client.Fabrics.ListAsync(Cancel);
        await time.PassWaitAsync(Cancel);
        await reading;

        Assert.Contains(told, t => t.Contains("overloaded", StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotContain(Secret, t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Escapes_of_an_answer_are_seen_and_not_obeyed()
    {
        var error = await Failing.RefusedAsync(Answers.Text(409, "\u001b]0;owned\u0007 no"));

        Assert.Contains("\\x1b]0;owned\\x07 no", error.Message, StringComparison.Ordinal);
        Assert.Equal("\\x1b]0;owned\\x07 no", error.Body);
    }
}
