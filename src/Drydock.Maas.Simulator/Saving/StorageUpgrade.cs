using System.Text.Json;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>
/// Machines of files before version 3: names of logical volumes with their group's, partitions without numbers, file systems of an
/// allocation known by a mark on the machine, and the status before a rescue apart from the one before any other.
/// </summary>
internal static class StorageUpgrade
{
    public static void Apply(JsonElement item, object target)
    {
        if (target is SimulatedBlockDevice device)
            Upgrade(device);
        else if (target is SimulatedMachine machine)
            Upgrade(item, machine);
    }

    private static void Upgrade(SimulatedBlockDevice device)
    {
        for (var i = 0; i < device.Partitions.Count; i++)
            device.Partitions[i].Index = i + 1;
        if (device.Group is SimulatedVolumeGroup group && device.Name.StartsWith(group.Name + '-', StringComparison.Ordinal))
            device.Name = device.Name[(group.Name.Length + 1)..];
        if (device.Group is SimulatedDatastore datastore)
            Upgrade(device.Machine, datastore);
    }

    private static void Upgrade(SimulatedMachine machine, SimulatedDatastore datastore)
    {
        machine.Datastores.Add(datastore);
        datastore.Extents.AddRange(machine.Disks.SelectMany(disk => disk.Partitions).Where(extent => extent.MemberOf == datastore));
    }

    private static void Upgrade(JsonElement item, SimulatedMachine machine)
    {
        if (item.TryGetProperty("hasAcquiredFilesystems", out var acquired) && acquired.GetBoolean())
            AcquiredFilesystems.Make(machine);
        if (item.TryGetProperty("statusBeforeRescue", out var before) && machine.Status.IsRescue())
            machine.PreviousStatus = Enum.Parse<MachineStatus>(before.GetString()!);
    }
}
