namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A partition or logical volume of a node.</summary>
/// <param name="Kind">partition or logical volume.</param>
/// <param name="Container">The disk or volume group it is on.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size as written.</param>
/// <param name="Filesystem">Its file system, if any.</param>
internal sealed record NodeVolume(string Kind, string Container, string Name, string? Size, FilesystemSettings? Filesystem)
{
    public string? MountPoint => Filesystem?.MountPoint;

    /// <summary>Where the design says it, or a value of it.</summary>
    public IReadOnlyList<string> PathIn(DrydockNode node, params string[] rest) =>
        Kind == "partition"
            ? [.. GetPath(node, Container), "partitions", Name, .. rest]
            : Kind == "logical volume"
                ? ["storage", "volume_groups", Container, "logical_volumes", Name, .. rest]
                : [.. GetPath(node, Name), .. rest];

    /// <summary>The place of a disk, or of a device put together of others, in the design.</summary>
    public static IReadOnlyList<string> GetPath(DrydockNode node, string device) =>
        ["storage", node.Storage.Assemblies.FirstOrDefault(a => a.Name == device)?.Section ?? "physical_devices", device];

    /// <summary>Every partition, then every logical volume of groups that have a physical volume.</summary>
    public static IEnumerable<NodeVolume> List(DrydockNode node)
    {
        var partitions = Partitioned(node).SelectMany(d =>
            d.Partitions.Select(p => new NodeVolume("partition", d.Name, p.Name, p.Size, p.Filesystem)));
        var volumes = node.VolumeGroups.Where(g => PhysicalVolumes(node, g.Name) > 0).SelectMany(g =>
            g.LogicalVolumes.Select(v => new NodeVolume("logical volume", g.Name, v.Name, v.Size, v.Filesystem)));
        return partitions.Concat(volumes);
    }

    /// <summary>Disks, and RAIDs with partitions.</summary>
    public static IEnumerable<StorageDevice> Partitioned(DrydockNode node) => node.StorageDevices
        .Concat(node.Raids.Where(r => r.Partitions.Count > 0).Select(r => new StorageDevice { Name = r.Name, Partitions = r.Partitions }));

    /// <summary>These, and the devices put together of others that have a file system of their own.</summary>
    public static IEnumerable<NodeVolume> WithDevices(DrydockNode node) => List(node)
        .Concat(node.Storage.Assemblies.Where(a => a.Filesystem is not null)
            .Select(a => new NodeVolume(a.Kind, "", a.Name, GetSize(node, a.Name), a.Filesystem)));

    /// <summary>The volume mounted at /, else the unmounted partition called root.</summary>
    public static NodeVolume? FindRoot(DrydockNode node) => FindMounted(node, "/", "root");

    /// <summary>The volume mounted at /boot, else the unmounted partition called boot.</summary>
    public static NodeVolume? FindBoot(DrydockNode node) => FindMounted(node, "/boot", "boot");

    private static NodeVolume? FindMounted(DrydockNode node, string mountPoint, string name)
    {
        var volumes = WithDevices(node).ToList();
        return volumes.Find(v => v.MountPoint == mountPoint)
            ?? volumes.Find(v => v.MountPoint is null && v.Name == name && v.Kind == "partition");
    }

    /// <summary>A mirror is as large as each of its partitions; what others come to, is not known without the disks.</summary>
    private static string? GetSize(DrydockNode node, string raid) =>
        node.Raids.FirstOrDefault(r => r.Name == raid) is { Level: "raid-1", Devices: [var first, ..] }
        ? node.StorageDevices.SelectMany(d => d.Partitions.Where(p => $"{d.Name}/{p.Name}" == first)).FirstOrDefault()?.Size
        : null;

    /// <summary>The number of disks, partitions and devices put together of others that a volume group of the node is on.</summary>
    public static int PhysicalVolumes(DrydockNode node, string group) =>
        node.Storage.Assemblies.Count(a => a.VolumeGroup == group)
        + Partitioned(node).Sum(d => (d.VolumeGroup == group ? 1 : 0) + d.Partitions.Count(p => p.VolumeGroup == group));

    public override string ToString() => Container.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Container}/{Name}";
}
