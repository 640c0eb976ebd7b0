using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Tests.Contract;

namespace Drydock.Maas.Simulator.Tests;

public sealed class OAuthTests
{
    private readonly SimulatorCore _core = MaasSimulator.CreateCore(new());
    private readonly RecordedCredentials _credentials;

    public OAuthTests() => _credentials = new(_core.State);

    [Theory]
    [InlineData("admin", 200, "[")]
    [InlineData("none", 401, "Forbidden")]
    [InlineData("no oauth_nonce", 401, "Forbidden")]
    [InlineData("unknown consumer", 401, "Authorization Error: Invalid API key.")]
    [InlineData("unknown token key", 401, "Authorization Error: 'Invalid access token: nobody'")]
    [InlineData("admin, timestamp one hour old", 401, "Authorization Error: 'Expired timestamp:")]
    [InlineData("wrong token secret", 401, "Authorization Error: 'Invalid signature.")]
    public void Credentials_are_checked_as_by_the_real_server(string auth, int status, string text)
    {
        var answer = Get(_credentials.For(auth));

        Assert.Equal(status, answer.Status);
        Assert.StartsWith(text, answer.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nonce_counts_once()
    {
        var header = _credentials.For("admin");

        Assert.Equal(200, Get(header).Status);
        Assert.Equal(401, Get(header).Status);
    }

    [Theory]
    [InlineData("vm-hosts/nosuch/", 500, 200)]
    [InlineData("machines/?nosuch=1", 400, 200)]
    [InlineData("machines/nosuch/", 404, 401)]
    public void A_nonce_is_free_again_where_MAAS_took_back_what_the_request_wrote(string path, int status, int again)
    {
        var header = _credentials.For("admin");

        Assert.Equal(status, Get(header, path).Status);
        Assert.Equal(again, Get(header).Status);
    }

    [Fact]
    public void An_unknown_path_is_404_before_anybody_asks_who_you_are()
    {
        var answer = _core.Handle(new("GET", "/MAAS/api/2.0/nothing/"));

        Assert.Equal((404, "Unknown API endpoint: /MAAS/api/2.0/nothing/."), (answer.Status, answer.BodyText));
    }

    private ApiResponse Get(string? header, string path = "fabrics/") =>
        _core.Handle(new("GET", "/MAAS/api/2.0/" + path.Split('?')[0]) { Query = path.Split('?').ElementAtOrDefault(1) ?? "", Authorization = header });
}
