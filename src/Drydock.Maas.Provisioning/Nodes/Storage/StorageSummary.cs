using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A whole partition table in words: a line for each disk and each volume group.</summary>
internal static class StorageSummary
{
    public static IReadOnlyList<string> Describe(DesiredStorage desired) =>
    [
        .. desired.Disks.Select(d => $"{d.Device.Name} ({SizeText.Format(d.Device.Size)}): {Contents(d)}"),
        .. desired.Devices.Select(
            d => $"{d.Name} ({d.Composition}): {(d.Disk is { } disk ? Contents(disk) : Device(d.Size, d.Filesystem, d.VolumeGroup))}"),
        .. desired.VolumeGroups.Select(g => $"{g.Name} on {string.Join(", ", g.Disks.Concat(g.Partitions).Concat(g.Devices))}: {Volumes(g)}"),
    ];

    private static string Contents(DesiredDisk disk)
    {
        if (disk.VolumeGroup is { } group)
            return $"volume group {group}";
        if (disk.PartOf is { } whole)
            return whole;
        return disk.Partitions.Count == 0
            ? "empty"
            : string.Join(
                ", ", disk.Partitions.Select(p => Part(p.Design.Name, p.Size, p.Filesystem, Use(p.Design.VolumeGroup) ?? p.Holder)));
    }

    private static string Volumes(DesiredVolumeGroup group) =>
        group.LogicalVolumes.Count == 0
            ? "empty"
            : string.Join(", ", group.LogicalVolumes.Select(v => Part(v.Design.Name, v.Size, v.Filesystem, null)));

    private static string Part(string name, long size, FilesystemSettings? filesystem, string? group)
    {
        var use = group is not null ? $" {group}" : filesystem is not null ? $" {FilesystemText.Describe(filesystem)}" : "";
        return $"{name} {SizeText.Format(size)}{use}";
    }

    private static string Device(long size, FilesystemSettings? filesystem, string? group) =>
        Part("", size, filesystem, Use(group)).TrimStart();

    private static string? Use(string? group) => group is null ? null : $"volume group {group}";
}
