using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Reads what the storage planner needs beside the machine, and plans.</summary>
internal sealed class StorageObserver(MaasSession session, StepTiming timing)
{
    private readonly NodeLshw _lshw = NodeLshw.For(session);
    private readonly FirmwareReader _firmware = new(session, timing);

    /// <summary>
    /// The plan; a request for the bcaches of a machine, one more where the storage of a machine with volume groups differs, likewise with
    /// RAIDs and cache sets, one where the design uses device aliases, and one for all machines whose boot method MAAS does not know.
    /// </summary>
    public async Task<Plan> PlanAsync(DrydockNode node, Machine observed, CancellationToken token)
    {
        var machine = await _firmware.CompleteAsync(observed, token).ConfigureAwait(false);
        var names = await NamesAsync(node, machine, token).ConfigureAwait(false);
        IReadOnlyList<Bcache> bcaches = machine.Bcaches.Count == 0 || !node.DiskNames.Any()
            ? [] : await session.Client.Bcaches.ListAsync(machine.SystemId, token).ConfigureAwait(false);
        var plan = StoragePlanner.Plan(node, machine, StorageParts.ReadListing(machine, bcaches), names);
        if (plan.IsEmpty || machine.VolumeGroups.Count + machine.Raids.Count + machine.CacheSets.Count == 0)
            return plan;
        return StoragePlanner.Plan(node, machine, await ReadPartsAsync(machine, bcaches, token).ConfigureAwait(false), names);
    }

    /// <summary>Whether nothing is to be changed when the disks are these; false where that takes a request to know.</summary>
    public static bool IsAsDesigned(DrydockNode node, Machine machine, DeviceNames names)
    {
        try
        {
            return machine.Bcaches.Count == 0 && StoragePlanner.Plan(node, machine, StorageParts.ReadListing(machine, []), names).IsEmpty;
        }
        catch (NodeException)
        {
            return false;
        }
    }

    private async Task<StorageParts> ReadPartsAsync(Machine machine, IReadOnlyList<Bcache> bcaches, CancellationToken token)
    {
        IReadOnlyList<VolumeGroup> groups = machine.VolumeGroups.Count == 0
            ? [] : await session.Client.VolumeGroups.ListAsync(machine.SystemId, token).ConfigureAwait(false);
        IReadOnlyList<Raid> raids = machine.Raids.Count == 0
            ? [] : await session.Client.Raids.ListAsync(machine.SystemId, token).ConfigureAwait(false);
        IReadOnlyList<BcacheCacheSet> sets = machine.CacheSets.Count == 0
            ? [] : await session.Client.BcacheCacheSets.ListAsync(machine.SystemId, token).ConfigureAwait(false);
        return new(groups, raids, bcaches, sets);
    }

    /// <summary>The partition table that the design comes to on this machine.</summary>
    public async Task<DesiredStorage> ReadAsync(DrydockNode node, Machine observed, CancellationToken token)
    {
        var machine = await _firmware.CompleteAsync(observed, token).ConfigureAwait(false);
        return DesiredStorageReader.Read(node, machine, await NamesAsync(node, machine, token).ConfigureAwait(false));
    }

    private Task<DeviceNames> NamesAsync(DrydockNode node, Machine machine, CancellationToken token) =>
        _lshw.NamesAsync(node, machine, node.DiskNames, token);
}
