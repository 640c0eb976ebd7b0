using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What fails while no rack controller is connected.</summary>
public sealed class NoRackTests
{
    private readonly OneMachine _lab = new();
    private readonly SimulatedController _rack;

    public NoRackTests()
    {
        _rack = _lab.Core.State.RackControllers.Single();
        _rack.Connected = false;
    }

    [Theory]
    [InlineData("deploy", "Deployment operating system ubuntu jammy is unavailable.")]
    [InlineData("commission", "Ephemeral operating system ubuntu jammy is unavailable.")]
    [InlineData("test", "Ephemeral operating system ubuntu jammy is unavailable.")]
    public void Nothing_boots_for_want_of_an_image(string operation, string refusal)
    {
        var answer = _lab.Do(operation);

        Assert.Equal((400, refusal), (answer.Status, answer.BodyText));
        Assert.Equal(MachineStatus.Ready, _lab.Machine.Status);
    }

    [Theory]
    [InlineData("power_off")]
    [InlineData("rescue_mode")]
    [InlineData("release")]
    public void Power_cannot_be_switched_and_a_retry_is_asked_for(string operation)
    {
        _lab.Be(MachineStatus.Deployed);
        _lab.Machine.PowerState = "on";

        var answer = _lab.Do(operation);

        Assert.Equal((503, "10"), (answer.Status, answer.Headers["Retry-After"]));
        Assert.Equal($"Unable to connect to any rack controller {_rack.SystemId}; no connections available.", answer.BodyText);
        Assert.Equal(MachineStatus.Deployed, _lab.Machine.Status);
    }

    [Fact]
    public void Machines_switched_by_hand_need_no_rack()
    {
        _lab.Be(MachineStatus.Deployed);
        _lab.Machine.PowerType = "manual";

        Assert.Equal(200, _lab.Do("release").Status);
    }
}
