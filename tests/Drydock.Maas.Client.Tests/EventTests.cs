using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Tests;

/// <summary>Events by pages, and followed.</summary>
public sealed class EventTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly WatchedTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_than_a_page_is_read_backwards_and_handed_out_forwards()
    {
        using var maas = new FakeMaas(Page(1001, 1000), Page(801, 200));
        using var client = Clients.Of(maas);

        var events = await client.Events.ListAsync(new EventFilter { Limit = 1200 }, Cancel);

        Assert.Equal(1200, events.Count);
        Assert.Equal(Enumerable.Range(801, 1200), events.Select(e => e.Id));
        Assert.Contains("limit=1000", maas.Sent[0].Query);
        Assert.Equal(["before=1001", "limit=200"], maas.Sent[1].Query.Where(p => p[0] is 'b' or 'l').Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_comes_after_an_event_is_read_forwards()
    {
        using var maas = new FakeMaas(Page(8, 1000), Page(1008, 3));
        using var client = Clients.Of(maas);

        var events = await client.Events.ListAsync(new EventFilter { After = 7, Limit = 5000 }, Cancel);

        Assert.Equal((8, 1010, 1003), (events[0].Id, events[^1].Id, events.Count));
        Assert.Equal(
            ["after=7", "after=1007"], maas.Sent.Select(s => s.Query.Single(p => p.StartsWith("after", StringComparison.Ordinal))));
        Assert.All(maas.Sent, s => Assert.DoesNotContain(s.Query, p => p.StartsWith("before", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Following_asks_for_what_is_newer_than_the_last_one_seen()
    {
        using var maas = new FakeMaas(Page(5, 2), Page(7, 0), Page(7, 1), Page(8, 0));
        using var client = Clients.Of(maas);
        await using var events = Follow(client, new EventFilter { Limit = 2, Level = "DEBUG" }, Cancel);

        var seen = new List<int> { await NextAsync(events), await NextAsync(events) };
        var next = NextAsync(events);
        await _time.PassWaitAsync(Cancel);
        await _time.PassWaitAsync(Cancel);
        seen.Add(await next);

        Assert.Equal([5, 6, 7], seen);
        Assert.Equal(["", "after=6", "after=6"],
            maas.Sent.Select(s => string.Join(' ', s.Query.Where(p => p.StartsWith("after", StringComparison.Ordinal)))));
        Assert.All(maas.Sent, s => Assert.Contains("level=DEBUG", s.Query));
    }

    [Fact]
    public async Task Following_misses_nothing_when_more_than_a_page_happens_between_two_looks()
    {
        using var maas = new FakeMaas(Page(1, 1), Page(2, 1000), Page(1002, 5));
        using var client = Clients.Of(maas);
        await using var events = Follow(client, new EventFilter(), Cancel);

        var seen = new List<int> { await NextAsync(events) };
        var next = NextAsync(events);
        await _time.PassWaitAsync(Cancel);
        seen.Add(await next);
        while (seen.Count < 1006)
            seen.Add(await NextAsync(events));

        Assert.Equal(Enumerable.Range(1, 1006), seen);
    }

    [Fact]
    public async Task Following_ends_at_once_while_it_waits()
    {
        using var maas = new FakeMaas(Page(1, 0));
        using var client = Clients.Of(maas);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var events = Follow(client, new EventFilter(), stop.Token);

        var next = NextAsync(events);
        Assert.Equal(Interval, await _time.NextWaitAsync(Cancel));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Single(maas.Sent);
    }

    private static async Task<int> NextAsync(IAsyncEnumerator<MaasEvent> events)
    {
        Assert.True(await events.MoveNextAsync());
        return events.Current.Id;
    }

    private IAsyncEnumerator<MaasEvent> Follow(MaasClient client, EventFilter filter, CancellationToken token) =>
        client.Events.FollowAsync(filter, Interval, _time, token).GetAsyncEnumerator(token);

    /// <summary>Newest first, as MAAS has them.</summary>
    private static Answer Page(int first, int count)
    {
        var events = Enumerable.Range(first, count).Reverse().Select(id => $$"""{"id": {{id}}, "node": "4y3h7n", "level": "INFO"}""");
        return Answers.Json($$"""{"count": {{count}}, "events": [{{string.Join(',', events)}}], "next_uri": "", "prev_uri": null}""");
    }
}
