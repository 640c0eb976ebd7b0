using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Frees mount points of the design from file systems on disks that the design does not mention; their data stay.</summary>
internal static class ForeignMounts
{
    public static IEnumerable<StorageOperation> Plan(DrydockNode node, Machine machine, ObservedStorage observed)
    {
        var wanted = observed.Desired.MountPoints.Concat(node.SpecialMounts.Select(m => m.MountPoint)).ToHashSet(StringComparer.Ordinal);
        var volumes = observed.ForeignVolumes;
        return machine.BlockDevices
            .Where(d => volumes.Contains(d.Id) || (d.Type == "physical" && observed.Desired.Disks.All(x => x.Device.Id != d.Id)))
            .SelectMany(d => PlanDevice(d, wanted));
    }

    private static IEnumerable<StorageOperation> PlanDevice(BlockDevice device, HashSet<string> wanted)
    {
        var resource = new StorageResource(ResourceKind.BlockDevice, device.Name, device.Id);
        if (device.Filesystem?.MountPoint is { } whole && wanted.Contains(whole))
            yield return new Unmount(resource, whole) { IsInTheWay = true };
        foreach (var partition in device.Partitions)
        {
            if (partition.Filesystem?.MountPoint is { } place && wanted.Contains(place))
            {
                var part = new StorageResource(ResourceKind.Partition, partition.Path ?? device.Name, partition.Id, resource);
                yield return new Unmount(part, place) { IsInTheWay = true };
            }
        }
    }
}
