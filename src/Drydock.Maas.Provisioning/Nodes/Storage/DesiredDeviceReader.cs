using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Finds what a RAID or bcache of the design takes among the disks of the machine.</summary>
internal static class DesiredDeviceReader
{
    /// <summary>The disk or partition; throws when it is missing or used otherwise.</summary>
    /// <param name="node">The node.</param>
    /// <param name="user">What takes it, for example RAID md0.</param>
    /// <param name="device">A disk by name or alias, or a partition as disk/partition.</param>
    /// <param name="disks">The disks of the design.</param>
    /// <param name="names">Real names of device aliases.</param>
    public static DesiredDevice Read(DrydockNode node, string user, string device, IReadOnlyList<DesiredDisk> disks, DeviceNames names)
    {
        var parts = device.Split('/', 2);
        var disk = disks.FirstOrDefault(d => d.Device.Name == names.Resolve(parts[0]));
        if (parts.Length == 1)
        {
            return disk is { VolumeGroup: null, Partitions.Count: 0 }
                ? new(DeviceKind.Disk, disk.Device.Name, disk.Device.Size)
                : throw Invalid(node, $"{user} takes disk {device} whole, which has partitions or a volume group");
        }

        return disk?.Partitions.FirstOrDefault(p => p.Design.Name == parts[1]) switch
        {
            null => throw Invalid(node, $"{user} has the member {device}, which is no partition of its physical devices"),
            { Design: { Filesystem: not null } or { VolumeGroup: not null } } =>
                throw Invalid(node, $"{user} takes partition {device}, which has a file system or a volume group"),
            var partition => new(DeviceKind.Partition, DesiredStorageReader.Key(disk, partition), partition.Size),
        };
    }

    /// <summary>What is wrong with a node's storage, as an error.</summary>
    public static NodeException Invalid(DrydockNode node, string what) =>
        new(NodeErrorIds.DesignInvalid, $"Storage of node {node.Name}: {what}.");
}
