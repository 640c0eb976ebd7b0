using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>Decides from a machine's status whether it has to be commissioned.</summary>
internal static class CommissionPlanner
{
    /// <summary>Plans the commissioning; empty for a machine that is commissioned or being so.</summary>
    public static Plan Plan(Machine machine, CommissionStepOptions options, FailedTests failed)
    {
        switch (StatusRule.Commission.Judge(machine.KnownStatus))
        {
            case StatusMeaning.Needed when MachineState.HoldsSystem(machine):
                throw MachineState.InUse(machine, "commissioning");
            case StatusMeaning.Needed:
            case StatusMeaning.Done when options.Recommission || failed.WereOverridden(machine):
                return PlanCommission(machine, options);
            case StatusMeaning.UnderWay:
                return new() { Messages = [$"Machine {machine} is {machine.StatusName} already; waiting for it."] };
            case StatusMeaning.Done:
                return new();
            case StatusMeaning.Past:
                return new() { Messages = [$"Machine {machine} is {machine.StatusName}; it is not commissioned again."] };
            default:
                throw MachineState.Wrong(machine, "commissioning", "Wait until it is New or Ready, or release or abort it in MAAS.");
        }
    }

    private static Plan PlanCommission(Machine machine, CommissionStepOptions options)
    {
        if (machine.Locked)
            throw NodeException.RefuseLocked(machine);
        Operation[] overriding = machine.KnownStatus == MachineStatus.FailedTesting ? [new OverrideFailedTests(machine)] : [];
        return new([.. overriding, new CommissionMachine(machine, options.Request)]) { Messages = FindOtherDhcp(machine) };
    }

    private static IReadOnlyList<string> FindOtherDhcp(Machine machine) =>
        machine.BootInterface?.Vlan is { DhcpOn: false, RelayVlan: null, ExternalDhcp: { Length: > 0 } other } vlan
            ?
            [
                $"Machine {machine} boots on VLAN {vlan}, where MAAS serves no DHCP and has seen {other} do so: that server has to send machines to MAAS "
                + "(next-server), or they do not begin.",
            ]
            : [];
}
