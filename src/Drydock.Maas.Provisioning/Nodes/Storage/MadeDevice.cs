using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Finds, when a plan is applied, what was there already or has just been made.</summary>
internal static class MadeDevice
{
    /// <summary>The block device of a RAID or bcache.</summary>
    public static int Id(MachineContext context, string name, ObservedStorage? observed)
    {
        if (observed?.DeviceId(name) is { } there and >= 0)
            return there;
        var made = context.Raids.TryGetValue(name, out var raid) ? raid.VirtualDevice : context.Bcaches[name].VirtualDevice;
        return made?.Id ?? throw new NodeException(
            NodeErrorIds.BlockDeviceNotFound, $"MAAS made {name} of machine {context.Machine} without a block device.");
    }

    /// <summary>The block device, or else the partition, that a device of the design is.</summary>
    public static (int? Device, int? Partition) Ids(
        MachineContext context, DesiredDevice device, DesiredStorage desired, ObservedStorage? observed) =>
        device.Kind switch
        {
            DeviceKind.Disk => (desired.DiskId(device.Key), null),
            DeviceKind.Raid => (Id(context, device.Key, observed), null),
            _ => (null, Partition(context, device.Key, observed).Id),
        };

    /// <summary>A partition by its key.</summary>
    public static Partition Partition(MachineContext context, string key, ObservedStorage? observed) =>
        observed?.Partition(key) ?? context.Partitions[key];
}
