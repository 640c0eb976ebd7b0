using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>Decides from a machine's status whether it has to be commissioned.</summary>
internal static class CommissionPlanner
{
    /// <summary>Plans the commissioning; empty for a machine that is commissioned or being so.</summary>
    public static Plan<MachineContext> Plan(Machine machine, CommissionStepOptions options, FailedTests failed)
    {
        var builder = new PlanBuilder<MachineContext>();
        switch (machine.StatusName)
        {
            case MachineState.Broken or MachineState.FailedTesting when MachineState.HoldsSystem(machine):
                throw MachineState.InUse(machine, "commissioning");
            case MachineState.New or MachineState.Broken or MachineState.FailedCommissioning or MachineState.FailedTesting:
            case MachineState.Ready when options.Recommission || failed.WereOverridden(machine):
                AddCommission(builder, machine, options);
                break;
            case MachineState.Commissioning or MachineState.Testing:
                builder.Say($"Machine {machine} is {machine.StatusName} already; waiting for it.");
                break;
            case MachineState.Ready:
                break;
            case MachineState.Allocated or MachineState.Deploying or MachineState.Deployed or MachineState.FailedDeployment
                or MachineState.ReleasingFailed or MachineState.FailedDiskErasing:
                builder.Say($"Machine {machine} is {machine.StatusName}; it is not commissioned again.");
                break;
            default:
                throw MachineState.Wrong(machine, "commissioning", "Wait until it is New or Ready, or release or abort it in MAAS.");
        }

        return builder.Build();
    }

    private static void AddCommission(PlanBuilder<MachineContext> builder, Machine machine, CommissionStepOptions options)
    {
        if (machine.Locked)
            throw MachineState.Locked(machine);
        if (machine.BootInterface?.Vlan is { DhcpOn: false, RelayVlan: null, ExternalDhcp: { Length: > 0 } other } vlan)
        {
            builder.Say(
                $"Machine {machine} boots on VLAN {vlan}, where MAAS serves no DHCP and has seen {other} do so: that server has to send machines to MAAS "
                + "(next-server), or they do not begin.");
        }

        if (machine.StatusName == MachineState.FailedTesting)
            builder.Add(new OverrideFailedTests(machine));
        builder.Add(new CommissionMachine(machine, options.Request));
    }
}
