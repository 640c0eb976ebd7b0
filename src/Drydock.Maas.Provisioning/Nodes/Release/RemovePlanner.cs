using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Plans taking a machine that nobody has out of MAAS.</summary>
internal static class RemovePlanner
{
    /// <summary>
    /// Plans the deletion; a libvirt machine's power type becomes manual first, so that its hypervisor's record goes too.
    /// </summary>
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, RemoveStepOptions options, string user)
    {
        ReleasePlanner.Require(machine, options, user);
        var builder = new PlanBuilder<MachineContext>();
        if (machine.PowerType is "virsh" or "lxd" || (node.Oob.Type == "libvirt" && machine.PowerType != "manual"))
            AddManualPower(builder, machine);
        AddDelete(builder, machine);
        return builder.Build();
    }

    private static void AddManualPower(PlanBuilder<MachineContext> builder, Machine machine)
    {
        var change = new PlannedChange
        {
            Action = ChangeAction.Update,
            Kind = ResourceKind.Machine,
            Resource = machine.ToString(),
            Property = ChangeProperty.PowerType,
            Before = machine.PowerType,
            After = "manual",
        };
        builder.Add(change, async (context, token) => context.Machine = await context.Client.Machines
            .UpdateAsync(context.SystemId, new MachineUpdate { PowerType = "manual" }, token).ConfigureAwait(false));
    }

    private static void AddDelete(PlanBuilder<MachineContext> builder, Machine machine)
    {
        var change = new PlannedChange
        {
            Action = ChangeAction.Delete,
            Kind = ResourceKind.Machine,
            Resource = machine.ToString(),
            Before = $"{machine.SystemId}, {machine.StatusName}",
            Severity = ChangeSeverity.Destructive,
        };
        builder.Add(change, (context, token) => context.Client.Machines.DeleteAsync(context.SystemId, token));
    }
}
