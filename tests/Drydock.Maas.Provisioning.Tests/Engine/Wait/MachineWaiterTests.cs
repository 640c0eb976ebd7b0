using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Engine.Wait;

public sealed class MachineWaiterTests : WaiterTest
{
    [Fact]
    public async Task A_machine_is_looked_at_once_an_interval_until_it_is_pending_no_more()
    {
        Is("node1", "Commissioning");
        var waiting = WaitAsync("node1");
        await _clock.TickAsync(3);
        await _clock.AsleepAsync();
        Is("node1", "Ready");
        _clock.Advance(Interval);

        Assert.Equal("Ready", (await waiting).StatusName);
        Assert.Equal(4, _machines.Requests.Count);
        Assert.Equal(["Commissioning", "Commissioning", "Commissioning", "Ready"], _seen);
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_first_interval_has_passed()
    {
        Is("node1", "Ready");
        var waiting = WaitAsync("node1");
        await _clock.AsleepAsync();
        _clock.Advance(Interval - TimeSpan.FromSeconds(1));
        Assert.Empty(_machines.Requests);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task Many_machines_share_one_request_a_tick()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"n{i}")];
        foreach (var name in names)
            Is(name, "Ready");
        var waiting = names.Select(n => WaitAsync(n)).ToList();
        await _clock.TickAsync();
        await Task.WhenAll(waiting);
        Assert.Equal($"list {string.Join(",", names.Select(n => $"id-{n}"))}", Assert.Single(_machines.Requests));
    }

    [Fact]
    public async Task A_machine_that_is_done_is_asked_for_no_more()
    {
        Is("a", "Ready");
        Is("b", "Commissioning");
        var a = WaitAsync("a");
        var b = WaitAsync("b");
        await _clock.TickAsync();
        await a;
        await _clock.AsleepAsync();
        Is("b", "Ready");
        _clock.Advance(Interval);
        await b;
        Assert.Equal(["list id-a,id-b", "list id-b"], _machines.Requests);
    }

    [Fact]
    public async Task A_machine_that_a_list_leaves_out_once_has_not_disappeared()
    {
        Is("node1", "Commissioning");
        _machines.LeftOut.Add("id-node1");
        var waiting = WaitAsync("node1");
        await _clock.TickAsync();
        await _clock.AsleepAsync();
        Is("node1", "Ready");
        _clock.Advance(Interval);

        Assert.Equal("Ready", (await waiting).StatusName);
        Assert.Equal(["list id-node1", "get id-node1", "list id-node1"], _machines.Requests);
    }

    [Fact]
    public async Task A_machine_that_takes_too_long_is_a_timeout_of_its_own()
    {
        Is("slow", "Commissioning");
        Is("patient", "Commissioning");
        var slow = WaitAsync("slow", TimeSpan.FromSeconds(25));
        var patient = WaitAsync("patient");
        await _clock.TickAsync(3);
        await Assert.ThrowsAsync<TimeoutException>(() => slow);
        await _clock.AsleepAsync();
        Is("patient", "Ready");
        _clock.Advance(Interval);
        Assert.Equal("patient", (await patient).Hostname);
    }

    [Fact]
    public async Task One_who_gives_up_leaves_the_others_waiting()
    {
        using var source = new CancellationTokenSource();
        Is("a", "Commissioning");
        Is("b", "Ready");
        var a = WaitAsync("a", token: source.Token);
        var b = WaitAsync("b");
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => a);
        await _clock.TickAsync();
        await b;
        Assert.Equal(["list id-b"], _machines.Requests);
    }

    [Fact]
    public async Task Who_waits_after_all_others_have_ended_is_served_too()
    {
        Is("node1", "Ready");
        var first = WaitAsync("node1");
        await _clock.TickAsync();
        await first;
        var second = WaitAsync("node1");
        await _clock.TickAsync();
        Assert.Equal("Ready", (await second).StatusName);
    }
}
