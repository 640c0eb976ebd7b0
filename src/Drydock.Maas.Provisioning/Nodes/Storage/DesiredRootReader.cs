using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Finds the root in a node's design and how MAAS is asked to lay it out.</summary>
internal static class DesiredRootReader
{
    /// <summary>The disk of the root, or of its volume group; throws when the design mounts nothing at /.</summary>
    public static StorageDevice FindDisk(DrydockNode node, string? group) =>
        node.StorageDevices.FirstOrDefault(
            d => d.VolumeGroup is null && d.Partitions.Any(p => p.VolumeGroup is null && p.Filesystem?.MountPoint == "/"))
            ?? node.StorageDevices.FirstOrDefault(
                d => group is not null && (d.VolumeGroup == group || d.Partitions.Any(p => p.VolumeGroup == group)))
            ?? throw new NodeException(
                NodeErrorIds.DesignInvalid, $"Node {node.Name} has storage without a root: no partition, "
                    + "logical volume or RAID is mounted at /.");

    /// <summary>The layout to ask for; throws when root or /boot are smaller than MAAS makes them.</summary>
    public static RootLayout Read(DrydockNode node, DesiredDisk disk, List<DesiredVolumeGroup> groups, bool isByParts)
    {
        var boot = disk.Partitions.FirstOrDefault(p => p.MountPoint == "/boot");
        if (isByParts)
            return new(disk, null, boot, null, null);
        if (disk.Partitions.FirstOrDefault(p => p.MountPoint == "/") is { } root)
        {
            RequireMinimum(node, root.Size, StorageSpace.RootMinimum, "root partition");
            RequireMinimum(node, boot?.Size, StorageSpace.BootMinimum, "boot partition");
            return new(disk, root, boot, null, null);
        }

        var group = groups.First(g => g.LogicalVolumes.Any(v => v.Design.Filesystem?.MountPoint == "/"));
        var volume = group.LogicalVolumes.First(v => v.Design.Filesystem?.MountPoint == "/");
        RequireMinimum(node, volume.Size, StorageSpace.RootMinimum, "root volume");
        RequireMinimum(node, boot?.Size, StorageSpace.BootMinimum, "boot partition");
        return new(disk, null, boot, group, volume);
    }

    private static void RequireMinimum(DrydockNode node, long? size, long minimum, string what)
    {
        if (size is { } bytes && bytes < minimum)
        {
            throw new NodeException(
                NodeErrorIds.StorageNotPossible,
                $"The {what} of node {node.Name} would have {SizeText.Format(bytes, minimum)}; "
                    + $"MAAS makes none below {SizeText.Format(minimum, bytes)}.");
        }
    }
}
