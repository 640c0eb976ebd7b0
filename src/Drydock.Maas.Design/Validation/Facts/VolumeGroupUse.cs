namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A device that is for a volume group.</summary>
/// <param name="User">The device by kind and name.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Path">Its place in the design.</param>
internal sealed record VolumeGroupUse(string User, string Group, IReadOnlyList<string> Path)
{
    /// <summary>The devices for volume groups that the node does not have.</summary>
    public static IEnumerable<VolumeGroupUse> FindUnknown(DrydockNode node)
    {
        var disks = node.StorageDevices.Select(d => Create($"disk {d.Name}", d.VolumeGroup, NodeVolume.GetPath(node, d.Name)));
        var partitions = NodeVolume.Partitioned(node).SelectMany(d => d.Partitions.Select(p => Create(
            $"partition {d.Name}/{p.Name}", p.VolumeGroup, [.. NodeVolume.GetPath(node, d.Name), "partitions", p.Name])));
        var assemblies = node.Storage.Assemblies.Select(a => Create($"{a.Kind} {a.Name}", a.VolumeGroup, NodeVolume.GetPath(node, a.Name)));
        return disks.Concat(partitions).Concat(assemblies)
            .Where(x => x.Group.Length > 0 && !node.VolumeGroups.Any(g => g.Name == x.Group));
    }

    private static VolumeGroupUse Create(string user, string? group, IReadOnlyList<string> path) => new(user, group ?? "", path);
}
