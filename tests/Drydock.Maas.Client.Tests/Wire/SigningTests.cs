using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class SigningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("oauth_consumer_key", "consumerpart")]
    [InlineData("oauth_token", "tokenpart")]
    [InlineData("oauth_signature_method", "PLAINTEXT")]
    [InlineData("oauth_signature", "%26secretpart")]
    public async Task A_request_is_signed_with_the_parts_of_the_key(string name, string value)
    {
        var sent = await Sending.CaptureAsync(c => c.Fabrics.CreateAsync("oob", Cancel));

        Assert.StartsWith("OAuth ", sent.Authorization, StringComparison.Ordinal);
        Assert.Contains($"{name}=\"{value}\"", sent.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_part_of_the_key_stands_in_address_or_form()
    {
        var sent = await Sending.CaptureAsync(c => c.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal("POST fabrics/", sent.Line);
        Assert.Equal(["name=oob"], sent.Form);
    }

    [Fact]
    public async Task A_repetition_is_signed_anew_since_MAAS_takes_a_nonce_once()
    {
        var time = new WatchedTime();
        using var maas = new FakeMaas(Answers.Later(503, 10), Answers.Json("[]"));
        using var client = Clients.Of(maas, time);

        var reading = client.Fabrics.ListAsync(Cancel);
        await time.PassWaitAsync(Cancel);
        await reading;

        Assert.NotEqual(Nonce(maas.Sent[0]), Nonce(maas.Sent[1]));
    }

    [Fact]
    public async Task A_form_is_url_encoded()
    {
        var sent = await Sending.CaptureAsync(c => c.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal("application/x-www-form-urlencoded", sent.ContentType);
    }

    private static string Nonce(SentRequest request) =>
        request.Authorization.Split(',').Single(p => p.Contains("oauth_nonce", StringComparison.Ordinal));
}
