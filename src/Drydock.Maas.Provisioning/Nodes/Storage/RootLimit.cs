using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// Keeps a root within what a layout accepts; only a root that fills its disk or group may be larger, as its size is then left to MAAS.
/// </summary>
/// <param name="node">The node.</param>
/// <param name="machine">Its machine.</param>
/// <param name="isByParts">Whether the root is made piece by piece, where no layout limits it.</param>
internal sealed class RootLimit(DrydockNode node, Machine machine, bool isByParts)
{
    /// <summary>Whether the root is made piece by piece.</summary>
    public bool IsByParts { get; } = isByParts;

    /// <summary>
    /// Name of the volume group with the root volume that a layout makes; null when the root is a partition or made piece by piece.
    /// </summary>
    public string? RootGroup { get; } = isByParts ? null : node.VolumeGroups
        .FirstOrDefault(g => g.LogicalVolumes.Any(v => v.Filesystem?.MountPoint == "/"))?.Name;

    /// <summary>The largest size a layout takes for root or its volume on a disk.</summary>
    public long Maximum(BlockDevice disk, IEnumerable<DesiredPartition> partitions) =>
        Math.Min(
            MaasStorageRules.LayoutMaximum(disk.Size, machine) - (partitions.FirstOrDefault(p => p.MountPoint == "/boot")?.Size ?? 0),
            MaasStorageRules.LayoutLimit(disk.Size));

    /// <summary>Whether root, or the root's physical volume, shares its disk with nothing but a boot partition.</summary>
    public bool IsAlone(IEnumerable<DesiredPartition> partitions) => partitions.All(p => IsRoot(p) || p.MountPoint == "/boot");

    /// <summary>The partitions of the root disk within the limit.</summary>
    public IReadOnlyList<DesiredPartition> Apply(BlockDevice disk, IReadOnlyList<DesiredPartition> partitions)
    {
        var fills = IsAlone(partitions);
        var maximum = Maximum(disk, partitions);
        return [.. partitions.Select(p => IsRoot(p) && !(fills && p.TakesRest)
            ? p with { Size = Limit(p.Size, p.TakesRest, maximum, $"root partition {disk.Name}/{p.Design.Name}") }
            : p)];
    }

    /// <summary>The size of the root volume within the limit.</summary>
    public long Apply(DesiredDisk disk, string volume, long size, bool takesRest, bool fills) =>
        fills ? size : Limit(size, takesRest, Maximum(disk.Device, disk.Partitions), $"root volume {volume}");

    private bool IsRoot(DesiredPartition partition) =>
        partition.MountPoint == "/" || (RootGroup is not null && partition.Design.VolumeGroup == RootGroup);

    private long Limit(long size, bool takesRest, long maximum, string what)
    {
        if (size <= maximum)
            return size;
        return takesRest
            ? maximum
            : throw new NodeException(
                ErrorIds.StorageNotPossible,
                $"The {what} of node {node.Name} would have {SizeText.Format(size, maximum)}; "
                    + $"MAAS makes none above {SizeText.Format(maximum, size)} there.");
    }
}
