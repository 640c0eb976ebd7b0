using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

public sealed class RetryTests
{
    private readonly WatchedTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(503, 10)]
    [InlineData(429, 7)]
    [InlineData(409, 5)]
    public async Task A_read_is_repeated_after_the_time_MAAS_asks_for(int status, int seconds)
    {
        using var maas = new FakeMaas(Answers.Later(status, seconds), Answers.Json("""[{"name": "oob"}]"""));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        var wait = await _time.PassWaitAsync(Cancel);

        Assert.Equal(TimeSpan.FromSeconds(seconds), wait);
        Assert.Equal("oob", Assert.Single(await reading).Name);
        Assert.Equal(2, maas.Sent.Count);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(409)]
    public async Task A_write_that_MAAS_turned_away_is_repeated_when_it_says_so(int status)
    {
        using var maas = new FakeMaas(Answers.Later(status, 5), Answers.Json("{}"));
        using var client = Clients.Of(maas, _time);

        var writing = client.Fabrics.CreateAsync("oob", Cancel);
        await _time.PassWaitAsync(Cancel);
        await writing;

        Assert.Equal(["name=oob"], maas.Sent[1].Form);
        Assert.Equal(maas.Sent[0].Line, maas.Sent[1].Line);
    }

    [Fact]
    public async Task Before_the_time_has_passed_nothing_is_sent()
    {
        using var maas = new FakeMaas(Answers.Later(503, 10), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        await _time.NextWaitAsync(Cancel);
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Single(maas.Sent);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await reading;

        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_a_minute()
    {
        using var maas = new FakeMaas(Answers.Later(503, 3600), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);

        Assert.Equal(TimeSpan.FromSeconds(60), await _time.PassWaitAsync(Cancel));
        await reading;
    }

    [Theory]
    [InlineData("Tue, 24 Nov 2026 10:00:30 GMT", 30)]
    [InlineData("Tue, 24 Nov 2026 12:00:00 GMT", 60)]
    [InlineData("Tue, 24 Nov 2026 09:00:00 GMT", 0)]
    public async Task A_moment_to_come_again_is_read_by_the_clock_of_the_server(string moment, int seconds)
    {
        var busy = Answers.With(Answers.With(Answers.Text(503, "busy"), "Retry-After", moment), "Date", "Tue, 24 Nov 2026 10:00:00 GMT");
        using var maas = new FakeMaas(busy, Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);
        var told = new List<RetryEventArgs>();
        client.Retrying += (_, e) => told.Add(e);

        var reading = client.Fabrics.ListAsync(Cancel);
        if (seconds > 0)
            await _time.PassWaitAsync(Cancel);
        await reading;

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(told).Delay);
    }

    [Fact]
    public async Task After_three_repetitions_the_answer_is_the_error()
    {
        using var maas = new FakeMaas(Answers.Later(503, 10));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        for (var repetition = 0; repetition < 3; repetition++)
            await _time.PassWaitAsync(Cancel);
        var error = await Assert.ThrowsAsync<MaasApiException>(() => reading);

        Assert.Equal("ServiceUnavailable", error.ErrorId);
        Assert.Equal(4, maas.Sent.Count);
    }

    [Fact]
    public async Task A_read_that_fails_on_the_server_is_repeated_soon()
    {
        using var maas = new FakeMaas(Answers.Text(500, "deadlock"), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        var wait = await _time.PassWaitAsync(Cancel);
        await reading;

        Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_read_whose_connection_breaks_is_repeated()
    {
        using var maas = new FakeMaas(Answers.Broken(), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        await _time.PassWaitAsync(Cancel);
        await reading;

        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task A_write_that_never_left_is_repeated()
    {
        using var maas = new FakeMaas(Answers.NoConnection(), Answers.Json("{}"));
        using var client = Clients.Of(maas, _time);

        var writing = client.Fabrics.CreateAsync("oob", Cancel);
        await _time.PassWaitAsync(Cancel);
        await writing;

        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once()
    {
        using var maas = new FakeMaas(Answers.Later(503, 60));
        using var client = Clients.Of(maas, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var reading = client.Fabrics.ListAsync(stop.Token);
        await _time.NextWaitAsync(Cancel);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Single(maas.Sent);
    }

    [Fact]
    public async Task Each_repetition_is_told_beforehand_without_any_parameter()
    {
        using var maas = new FakeMaas(Answers.Later(503, 10));
        using var client = Clients.Of(maas, _time);
        var told = new List<RetryEventArgs>();
        client.Retrying += (_, e) => told.Add(e);

        var writing = client.SshKeys.CreateAsync("ssh-rsa secretmaterial", Cancel);
        for (var repetition = 0; repetition < 3; repetition++)
            await _time.PassWaitAsync(Cancel);
        await Assert.ThrowsAsync<MaasApiException>(() => writing);

        Assert.Equal([1, 2, 3], told.Select(e => e.Attempt));
        Assert.Equal([false, false, true], told.Select(e => e.IsLast));
        Assert.All(told, e => Assert.Equal(("POST account/prefs/sshkeys/", TimeSpan.FromSeconds(10)), (e.Request, e.Delay)));
        Assert.All(told, e => Assert.Equal("MAAS refused POST account/prefs/sshkeys/ (503): busy", e.Reason));
    }
}
