using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Tests.Engine.Wait;

/// <summary>What ends a wait, and what does not.</summary>
public sealed class WaitingTroubleTests : WaiterTest
{
    [Fact]
    public async Task A_region_that_restarts_is_waited_out()
    {
        Is("node1", "Ready");
        var failures = 0;
        _machines.Listing = _ =>
        {
            if (++failures < 10)
                throw failures % 2 == 0 ? new MaasConnectionException("MaasUnreachable", "refused") : Answered(503);
        };
        var waiting = WaitAsync("node1");
        await _clock.TickAsync(10);
        Assert.Equal("Ready", (await waiting).StatusName);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task No_answer_to_a_look_ends_the_waiting_before_its_time_limit(int status)
    {
        Is("node1", "Ready");
        var looks = 0;
        _machines.Listing = _ =>
        {
            if (++looks <= 20)
                throw Answered(status);
        };
        var waiting = WaitAsync("node1");
        await _clock.TickAsync(21);
        Assert.Equal("Ready", (await waiting).StatusName);
        Assert.Equal(20, _missed.Count);
    }

    [Fact]
    public async Task A_region_that_stays_away_is_a_timeout()
    {
        _machines.Listing = _ => throw Answered(503);
        var waiting = WaitAsync("node1", Interval * 12.5);
        await _clock.TickAsync(12);
        await _clock.AsleepAsync();
        _clock.Advance(Interval);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Equal(12, _missed.Count);
    }

    [Fact]
    public async Task A_machine_that_disappears_is_an_error()
    {
        var waiting = WaitAsync("node1");
        await _clock.TickAsync();
        Assert.Equal(ErrorIds.MachineNotFound, (await Assert.ThrowsAsync<RemovedMachineException>(() => waiting)).ErrorId);
    }
}
