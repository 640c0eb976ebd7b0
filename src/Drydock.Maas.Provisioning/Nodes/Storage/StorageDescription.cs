using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The storage of a machine in words: what a new layout clears.</summary>
internal static class StorageDescription
{
    private const int MostDisks = 8;
    private const string Unused = "unused";

    /// <summary>The root, and disks and volumes with what is on them; those of nothing are left out.</summary>
    public static string Describe(Machine machine)
    {
        var root = Root(machine) is var (name, size) ? $"root {SizeText.Format(size)} on {name}" : "no root";
        var used = machine.BlockDevices.Where(d => d.Partitions.Count > 0 || d.Filesystem is not null).ToList();
        var more = used.Count > MostDisks ? $"; and {used.Count - MostDisks} more" : "";
        return used.Count == 0 ? $"{root}, no partitions" : $"{root} ({string.Join("; ", used.Take(MostDisks).Select(Disk))}{more})";
    }

    /// <summary>The storage of a machine as values: of each block device its partitions and file systems, in bytes.</summary>
    public static ChangeValues ListValues(Machine machine) => new(
        from device in machine.BlockDevices
        where device.Partitions.Count > 0 || device.Filesystem is not null
        group device by device.Name into named
        select KeyValuePair.Create(named.Key, string.Join("; ", named.SelectMany(d => d.Partitions.Count > 0
            ? d.Partitions.OrderBy(p => p.Id).Select(p => $"{ListValues(p)}") : [ListValues(d.Filesystem)]))));

    /// <summary>A partition as values.</summary>
    public static ChangeValues ListValues(Partition partition) => new(
    [
        new("size", partition.Size.ToString(CultureInfo.InvariantCulture)),
        .. partition.Filesystem is { } present && !MemberFilesystem.Is(present)
            ? [new KeyValuePair<string, string>("filesystem", present.Fstype)] : Array.Empty<KeyValuePair<string, string>>(),
    ]);

    /// <summary>Bytes of what is mounted at /; null when nothing is.</summary>
    public static long? RootSize(Machine machine) => Root(machine)?.Size;

    private static (string Device, long Size)? Root(Machine machine) => machine.BlockDevices
        .SelectMany(d => d.Partitions.Select(p => (d.Name, p.Size, p.Filesystem)).Prepend((d.Name, d.Size, d.Filesystem)))
        .Where(p => p.Filesystem?.MountPoint == "/").Select(p => ((string, long)?)(p.Name, p.Size)).FirstOrDefault();

    private static string ListValues(Filesystem? filesystem) => filesystem is null ? "" : $"filesystem={filesystem.Fstype}";

    private static string Disk(BlockDevice disk) => disk.Partitions.Count == 0
        ? $"{disk.Name}: {Use(disk.Size, disk.Filesystem, disk.UsedFor)}"
        : $"{disk.Name}: {string.Join(", ", disk.Partitions.Select(p => Use(p.Size, p.Filesystem, p.UsedFor)))}";

    private static string Use(long size, Filesystem? filesystem, string? usedFor)
    {
        var use = filesystem is null || MemberFilesystem.Is(filesystem) ? usedFor ?? Unused : FilesystemText.Describe(filesystem);
        return $"{SizeText.Format(size)} {(use == "Unused" ? Unused : use)}";
    }
}
