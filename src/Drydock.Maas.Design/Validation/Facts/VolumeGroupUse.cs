namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A disk, partition, RAID or bcache that is for a volume group.</summary>
/// <param name="User">What it is, by kind and name.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Path">Where the design says it.</param>
internal sealed record VolumeGroupUse(string User, string Group, IReadOnlyList<string> Path)
{
    /// <summary>What is for a volume group that the node does not have.</summary>
    public static IEnumerable<VolumeGroupUse> FindUnknown(DrydockNode node)
    {
        var disks = node.StorageDevices.Select(d => Create($"disk {d.Name}", d.VolumeGroup, NodeVolume.PathOf(node, d.Name)));
        var partitions = NodeVolume.Partitioned(node).SelectMany(d => d.Partitions.Select(p => Create(
            $"partition {d.Name}/{p.Name}", p.VolumeGroup, [.. NodeVolume.PathOf(node, d.Name), "partitions", p.Name])));
        var raids = node.Raids.Select(r => Create($"RAID {r.Name}", r.VolumeGroup, NodeVolume.PathOf(node, r.Name)));
        var bcaches = node.Bcaches.Select(b => Create($"bcache {b.Name}", b.VolumeGroup, ["storage", "bcaches", b.Name]));
        return disks.Concat(partitions).Concat(raids).Concat(bcaches)
            .Where(x => x.Group.Length > 0 && !node.VolumeGroups.Any(g => g.Name == x.Group));
    }

    private static VolumeGroupUse Create(string user, string? group, IReadOnlyList<string> path) => new(user, group ?? "", path);
}
