using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Client.Tests.Connecting;

public sealed class ConnectorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_requests_tell_version_and_user()
    {
        using var maas = new FakeMaas(Answers.Version("3.4.10"), Answers.User("admin", true));
        var time = new FakeTimeProvider();

        using var session = await MaasConnector.ConnectAsync(Options(time), maas, Cancel);

        Assert.Equal(["GET version/", "GET users/?op=whoami"], maas.Sent.Select(r => r.Line));
        Assert.Equal(("3.4.10", "admin", Clients.Url), (session.Version.Version, session.User.Username, session.Url.AbsoluteUri));
        Assert.Equal(time.GetUtcNow(), session.ConnectedAt);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_refused_by_name()
    {
        var error = await RefusedAsync(Answers.Version("3.4.10"), Answers.User("anna", false));

        Assert.Equal("NotAdministrator", error.ErrorId);
        Assert.Contains("anna", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_groups_give_rights_only_MAAS_knows_who_may_what()
    {
        using var maas = new FakeMaas(Answers.Version("3.8.0"), Answers.User("anna", false));

        using var session = await MaasConnector.ConnectAsync(Options(), maas, Cancel);

        Assert.False(session.User.IsSuperuser);
    }

    [Fact]
    public async Task Who_is_no_administrator_may_look_when_asked_for()
    {
        using var maas = new FakeMaas(Answers.Version("3.4.10"), Answers.User("anna", false));

        using var session = await MaasConnector.ConnectAsync(
            new MaasConnectionOptions { Url = Clients.Url, ApiKey = Clients.ApiKey, RequireAdministrator = false }, maas, Cancel);

        Assert.Equal("anna", session.User.Username);
    }

    [Theory]
    [InlineData("2.9.2-9165-g.c3e7848d1")]
    [InlineData("2.4.2")]
    public async Task Before_3_0_MAAS_is_too_old(string version)
    {
        var error = await RefusedAsync(Answers.Version(version), Answers.User("admin", true));

        Assert.Equal("UnsupportedVersion", error.ErrorId);
        Assert.Contains(version, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.0.0-10029-g.986ea3e45")]
    [InlineData("3.5.0~beta1")]
    [InlineData("10.0.0")]
    public async Task From_3_0_on_MAAS_is_taken(string version)
    {
        using var maas = new FakeMaas(Answers.Version(version), Answers.User("admin", true));

        using var session = await MaasConnector.ConnectAsync(Options(), maas, Cancel);

        Assert.Equal(version, session.Version.Version);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(410)]
    public async Task What_does_not_know_its_version_is_not_MAAS(int status)
    {
        var error = await RefusedAsync(Answers.Text(status, "Not here."));

        Assert.Equal("NotMaas", error.ErrorId);
        Assert.Contains("Not here.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    public async Task What_says_a_version_as_MAAS_never_does_is_not_MAAS(string version) =>
        Assert.Equal("NotMaas", (await RefusedAsync(Answers.Version(version), Answers.User("admin", true))).ErrorId);

    [Fact]
    public async Task A_web_server_with_a_page_for_everything_is_not_MAAS() =>
        Assert.Equal("NotMaas", (await RefusedAsync(Answers.Html(200, "Welcome to nginx!"))).ErrorId);

    [Fact]
    public async Task A_key_that_is_not_known_is_refused() =>
        Assert.Equal("AuthenticationFailed", (await RefusedAsync(Answers.Version("3.4.10"), Answers.Text(401, "Forbidden"))).ErrorId);

    [Fact]
    public async Task A_wrong_clock_is_told() =>
        Assert.Equal("ClockSkew", (await RefusedAsync(Answers.Version("3.4.10"), Answers.Text(401, "Expired timestamp: given 1"))).ErrorId);

    [Theory]
    [InlineData("ftp://maas.example.com", Clients.ApiKey, "InvalidUrl")]
    [InlineData(Clients.Url, "one:two", "InvalidApiKey")]
    public async Task Without_address_and_key_nothing_is_sent(string url, string key, string errorId)
    {
        using var maas = new FakeMaas(Answers.Version("3.4.10"));

        var error = await Assert.ThrowsAsync<MaasConnectionException>(
            () => MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = url, ApiKey = key }, maas, Cancel));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(maas.Sent);
    }

    [Fact]
    public async Task A_connection_lost_between_the_two_is_told_at_once()
    {
        using var maas = new FakeMaas(Answers.Version("3.4.10"), Answers.NoConnection());

        var error = await Assert.ThrowsAsync<MaasConnectionException>(
            () => MaasConnector.ConnectAsync(Options(new WatchedTime()), maas, Cancel));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task Once_connected_a_lost_connection_is_worth_another_try()
    {
        var time = new WatchedTime();
        using var maas = new FakeMaas(Answers.Version("3.4.10"), Answers.User("admin", true), Answers.NoConnection(), Answers.Json("[]"));
        using var session = await MaasConnector.ConnectAsync(Options(time), maas, Cancel);

        var reading = session.Client.Fabrics.ListAsync(Cancel);
        await time.PassWaitAsync(Cancel);
        await reading;

        Assert.Equal(4, maas.Sent.Count);
    }

    private static async Task<MaasException> RefusedAsync(params Answer[] answers)
    {
        using var maas = new FakeMaas(answers);
        return await Assert.ThrowsAnyAsync<MaasException>(() => MaasConnector.ConnectAsync(Options(), maas, Cancel));
    }

    private static MaasConnectionOptions Options(TimeProvider? time = null) =>
        new() { Url = Clients.Url, ApiKey = Clients.ApiKey, TimeProvider = time ?? TimeProvider.System };
}
