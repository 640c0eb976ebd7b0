using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Engine.Wait;

/// <summary>How often waiting machines are looked at.</summary>
public sealed class PollPaceTests
{
    private static readonly PollPace Pace = new(Seconds(2), Seconds(10));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(10, 2)]
    [InlineData(60, 6)]
    [InlineData(3600, 10)]
    public void Looks_are_further_apart_the_longer_it_takes(double waited, double nap) =>
        Assert.Equal(Seconds(nap), Pace.After(Seconds(waited)));

    [Fact]
    public void What_is_asked_for_is_kept()
    {
        using var session = new FakeMaas().Connect();
        Assert.Equal(PollPace.Every(Seconds(1)), new StepTiming { PollInterval = Seconds(1) }.PaceOn(session));
    }

    [Fact]
    public void Otherwise_the_connection_has_its_pace()
    {
        using var session = new FakeMaas().Connect();
        Assert.Equal(PollPace.OfMetal, new StepTiming().PaceOn(session));
        session.PollPace = Pace;
        Assert.Equal(Pace, new StepTiming().PaceOn(session));
    }

    [Fact]
    public async Task A_server_that_takes_long_to_answer_is_given_a_rest()
    {
        var clock = new NapClock(Seconds(2), Seconds(8));
        var machines = new FakeMachines { All = [Machines.Named("node1") with { StatusName = "Commissioning" }] };
        machines.Listing = _ => clock.Advance(Seconds(2));
        var waiter = new MachineWaiter(new FakeMaas { Machines = machines }, clock);
        var waiting = waiter.WaitAsync(
            "id-node1", m => m.StatusName == "Commissioning", Pace, TimeSpan.FromHours(1), _ => { }, _ => { }, TestContext.Current.CancellationToken);
        await clock.TickAsync();
        await clock.AsleepAsync();
        machines.All[0] = machines.All[0] with { StatusName = "Ready" };
        clock.Advance(Seconds(8));
        Assert.Equal("Ready", (await waiting).StatusName);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
