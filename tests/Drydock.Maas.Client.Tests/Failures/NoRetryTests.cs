using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>What is not repeated. A repetition would wait for a clock that stands still, so the test would not end.</summary>
public sealed class NoRetryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(410)]
    public async Task A_read_that_was_refused_for_good_is_not_repeated(int status) =>
        Assert.Equal(status, Assert.IsType<MaasApiException>(await ReadOnceAsync(Answers.Text(status, "no"))).StatusCode);

    [Theory]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_write_is_not_repeated_unless_MAAS_says_so(int status) =>
        Assert.Equal(status, Assert.IsType<MaasApiException>(await WriteOnceAsync(Answers.Text(status, "no"))).StatusCode);

    [Fact]
    public async Task A_conflict_that_no_retry_changes_is_told_at_once_and_in_other_words_than_MAASs()
    {
        var users = Assert.IsType<MaasApiException>(
            await OnceAsync(Answers.Later(409, 5), c => c.SendAsync(new RawRequest { Method = "POST", Path = "users/" }, Cancel)));
        var subnet = Assert.IsType<MaasApiException>(await OnceAsync(Answers.Later(409, 5), c => c.Subnets.DeleteAsync(7, Cancel)));
        var raw = Assert.IsType<MaasApiException>(
            await OnceAsync(Answers.Later(409, 5), c => c.SendAsync(new RawRequest { Method = "DELETE", Path = "subnets/7/" }, Cancel)));

        Assert.Contains("the name is taken", users.Message, StringComparison.Ordinal);
        Assert.Contains("Invoke-MaasApi subnets/7/ -Operation ip_addresses", subnet.Message, StringComparison.Ordinal);
        Assert.Equal(subnet.Message, raw.Message);
        Assert.All([users, subnet, raw], e => Assert.Equal((true, false), (e.IsFinal, e.WorldMoved)));
    }

    [Fact]
    public async Task A_subnet_that_is_full_is_told_at_once()
    {
        var answer = Answers.Later(503, 10, "No more IPs available in subnet: 10.1.0.0/24.");
        Assert.True(Assert.IsType<MaasApiException>(await OnceAsync(answer, c => c.Interfaces.LinkSubnetAsync("4y3h7n", 3, new LinkRequest { Mode = "STATIC", SubnetId = 1 }, Cancel))).IsFinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_write_that_a_gateway_answers_is_not_repeated(int status) => Assert.True(
        Assert.IsType<MaasConnectionException>(await WriteOnceAsync(Answers.Text(status, "no"))).WriteMayHaveHappened);

    [Fact]
    public async Task A_write_of_unknown_effect_is_not_repeated()
    {
        var error = Assert.IsType<MaasConnectionException>(await WriteOnceAsync(Answers.Broken()));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_write_that_MAAS_has_had_before_is_of_unknown_effect()
    {
        var error = Assert.IsType<MaasConnectionException>(await WriteOnceAsync(Answers.UsedNonce()));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_write_answered_with_nonsense_is_not_repeated()
    {
        var error = Assert.IsType<MaasConnectionException>(await WriteOnceAsync(Answers.Html(200, "Sign in")));

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.True(error.WriteMayHaveHappened);
    }

    [Fact]
    public async Task A_host_without_an_address_does_not_get_one_within_seconds()
    {
        var unknown = new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known (maas.example.com:5240)");

        Assert.Equal("ConnectionFailed", Assert.IsType<MaasConnectionException>(await ReadOnceAsync(Answers.Fault(unknown))).ErrorId);
        Assert.Equal("ConnectionFailed", Assert.IsType<MaasConnectionException>(await WriteOnceAsync(Answers.Fault(unknown))).ErrorId);
    }

    [Fact]
    public async Task Before_the_connection_is_verified_a_lost_connection_is_told_at_once()
    {
        using var maas = new FakeMaas(Answers.NoConnection());
        using var client = Clients.Unverified(maas, Standing());

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.GetVersionAsync(Cancel).WaitAsync(Patience, Cancel));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.Single(maas.Sent);
    }

    [Fact]
    public async Task A_cancelled_request_is_neither_repeated_nor_called_a_fault()
    {
        using var maas = new FakeMaas(Answers.Never());
        using var client = Clients.Of(maas, new WatchedTime());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var writing = client.Fabrics.CreateAsync("oob", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.WaitAsync(Patience, Cancel));
        Assert.InRange(maas.Sent.Count, 0, 1);
    }

    private static Task<Exception?> ReadOnceAsync(Answer answer) => OnceAsync(answer, c => c.Fabrics.ListAsync(Cancel));

    private static Task<Exception?> WriteOnceAsync(Answer answer) => OnceAsync(answer, c => c.Fabrics.CreateAsync("oob", Cancel));

    private static async Task<Exception?> OnceAsync(Answer answer, Func<MaasClient, Task> call)
    {
        using var maas = new FakeMaas(answer);
        using var client = Clients.Of(maas, new WatchedTime());
        var error = await Record.ExceptionAsync(() => call(client).WaitAsync(Patience, Cancel));
        Assert.Single(maas.Sent);
        return error;
    }

    private static MaasConnectionOptions Standing() =>
        new() { Url = Clients.Url, ApiKey = Clients.ApiKey, TimeProvider = new WatchedTime() };
}
