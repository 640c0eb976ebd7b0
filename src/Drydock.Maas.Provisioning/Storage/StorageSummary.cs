using System.Globalization;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>A whole partition table in words: a line for each disk and each volume group.</summary>
internal static class StorageSummary
{
    public static IReadOnlyList<string> Of(DesiredStorage desired) =>
    [
        .. desired.Disks.Select(d => $"{d.Device.Name} ({Size(d.Device.Size)}): {Contents(d)}"),
        .. desired.VolumeGroups.Select(g => $"{g.Name} on {string.Join(", ", g.Disks.Concat(g.Partitions))}: {Volumes(g)}"),
    ];

    private static string Contents(DesiredDisk disk)
    {
        if (disk.VolumeGroup is { } group)
            return $"volume group {group}";
        return disk.Partitions.Count == 0 ? "empty" : string.Join(", ", disk.Partitions.Select(p => Part(p.Design.Name, p.Size, p.Filesystem, p.Design.VolumeGroup)));
    }

    private static string Volumes(DesiredVolumeGroup group) =>
        group.LogicalVolumes.Count == 0 ? "empty" : string.Join(", ", group.LogicalVolumes.Select(v => Part(v.Design.Name, v.Size, v.Filesystem, null)));

    private static string Part(string name, long size, FilesystemSettings? filesystem, string? group)
    {
        var use = group is not null ? $" volume group {group}" : filesystem is not null ? $" {StorageChange.Describe(filesystem)}" : "";
        return $"{name} {Size(size)}{use}";
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB");
}
