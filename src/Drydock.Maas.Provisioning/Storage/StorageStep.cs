using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Observe;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>Sets up partitions, volume groups, logical volumes and file systems.</summary>
internal sealed class StorageStep(MaasSession session) : INodeStep
{
    private readonly NodeLshw _lshw = NodeLshw.For(session);

    public string Name => "Storage";

    public async Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, host) = observation;
        if (node.StorageDevices.Count == 0)
            return new([], [$"Node {node.Name} has no storage in its design; MAAS's own layout stays."]);
        if (machine.StatusName is MachineState.New or MachineState.Commissioning or MachineState.Testing)
            return host.PlanOnly ? NotYetKnown(machine) : throw MachineState.Wrong(machine, "storage set-up", "Commission it first (Invoke-MaasCommission).");

        var names = await _lshw.NamesAsync(node, machine, node.StorageDevices.Select(d => d.Name), token).ConfigureAwait(false);
        IReadOnlyList<VolumeGroup> groups = machine.VolumeGroups.Count == 0
            ? []
            : await session.Client.VolumeGroups.ListAsync(machine.SystemId, token).ConfigureAwait(false);
        return Admit(StoragePlanner.Plan(node, machine, groups, names), machine);
    }

    /// <summary>MAAS takes storage changes on Ready machines only.</summary>
    private static Plan<MachineContext> Admit(Plan<MachineContext> plan, Machine machine)
    {
        if (plan.IsEmpty)
            return plan;
        if (machine.StatusName is MachineState.Deployed or MachineState.Deploying)
            return new([], [$"{plan.Changes.Count} differences in storage can only be mended after machine {machine} is released: {plan.Changes[0]} ..."]);
        if (machine.Locked)
            throw MachineState.Locked(machine);
        return machine.StatusName == MachineState.Ready
            ? plan
            : throw MachineState.Wrong(machine, "storage set-up", "MAAS allows it on Ready machines only; release it or commission it first.");
    }

    private static Plan<MachineContext> NotYetKnown(Machine machine)
    {
        var change = StorageChange.Invoke(
            "set storage of", "Machine", machine.ToString(), "as designed; its disks are known after commissioning", ChangeSeverity.Destructive);
        return new([new PlannedWrite<MachineContext>(change, (_, _) => Task.CompletedTask)], []);
    }
}
