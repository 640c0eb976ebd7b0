using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Engine.Steps;

/// <summary>In which state a machine's network may be changed.</summary>
public sealed class StateRulesTests
{
    private static readonly PlannedChange Change = new() { Action = ChangeAction.Delete, Kind = ResourceKind.Interface, Resource = "bond0" };

    [Theory]
    [InlineData("Ready", null)]
    [InlineData("Broken", null)]
    [InlineData("Failed testing", null)]
    public void A_machine_that_nobody_uses_is_changed(string status, string? system) =>
        Assert.Single(Admit(Machines.In(status) with { Owner = "admin", DistroSeries = system }).Operations);

    [Theory]
    [InlineData("Broken")]
    [InlineData("Failed testing")]
    public void A_machine_with_a_deployed_system_is_not_changed(string status)
    {
        var machine = Machines.In(status) with { Owner = "eve", DistroSeries = "jammy" };
        var error = Assert.Throws<NodeException>(() => Admit(machine));
        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains("jammy of eve is still on it", error.Message, StringComparison.Ordinal);
        Assert.Contains("jammy of eve", Assert.Single(Admit(machine, planOnly: true).Blocked).Blocker, StringComparison.Ordinal);
    }

    private static Plan Admit(Machine machine, bool planOnly = false)
    {
        var plan = new Plan(new UnknownOperation([Change]));
        return StateRules.Network.Admit(plan, machine, new RecordingObserver { PlanOnly = planOnly });
    }
}
