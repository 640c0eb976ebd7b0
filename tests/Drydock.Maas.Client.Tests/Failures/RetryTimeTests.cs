using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

/// <summary>When a request is repeated.</summary>
public sealed class RetryTimeTests
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
}
