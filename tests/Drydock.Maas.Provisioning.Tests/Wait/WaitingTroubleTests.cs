using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Wait;

namespace Drydock.Maas.Provisioning.Tests.Wait;

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

    [Fact]
    public async Task A_region_that_stays_away_is_an_error_after_ten_looks()
    {
        _machines.Listing = _ => throw Answered(503);
        var waiting = WaitAsync("node1");
        await _clock.TickAsync(10);
        await Assert.ThrowsAsync<MaasApiException>(() => waiting);
        Assert.Equal(10, _machines.Requests.Count);
    }

    [Fact]
    public async Task Failures_count_only_in_a_row()
    {
        Is("node1", "Commissioning");
        var looks = 0;
        _machines.Listing = _ =>
        {
            if (++looks % 10 != 0)
                throw Answered(503);
        };
        var waiting = WaitAsync("node1");
        await _clock.TickAsync(29);
        await _clock.AsleepAsync();
        Is("node1", "Ready");
        _clock.Advance(Interval);
        Assert.Equal("Ready", (await waiting).StatusName);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task An_answer_that_says_no_is_an_error_at_once(int status)
    {
        _machines.Listing = _ => throw Answered(status);
        var waiting = WaitAsync("node1");
        await _clock.TickAsync();
        Assert.Equal(status, (await Assert.ThrowsAsync<MaasApiException>(() => waiting)).StatusCode);
    }

    [Fact]
    public async Task A_machine_that_disappears_is_an_error()
    {
        var waiting = WaitAsync("node1");
        await _clock.TickAsync();
        Assert.Equal(NodeErrorIds.MachineNotFound, (await Assert.ThrowsAsync<NodeException>(() => waiting)).ErrorId);
    }
}
