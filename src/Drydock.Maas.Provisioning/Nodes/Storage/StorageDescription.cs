using Drydock.Maas.Design;
using Drydock.Maas.Models;

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

    /// <summary>Bytes of what is mounted at /; null when nothing is.</summary>
    public static long? RootSize(Machine machine) => Root(machine)?.Size;

    private static (string Device, long Size)? Root(Machine machine) => machine.BlockDevices
        .SelectMany(d => d.Partitions.Select(p => (d.Name, p.Size, p.Filesystem)).Prepend((d.Name, d.Size, d.Filesystem)))
        .Where(p => p.Filesystem?.MountPoint == "/").Select(p => ((string, long)?)(p.Name, p.Size)).FirstOrDefault();

    private static string Disk(BlockDevice disk) => disk.Partitions.Count == 0
        ? $"{disk.Name}: {Use(disk.Size, disk.Filesystem, disk.UsedFor)}"
        : $"{disk.Name}: {string.Join(", ", disk.Partitions.Select(p => Use(p.Size, p.Filesystem, p.UsedFor)))}";

    private static string Use(long size, Filesystem? filesystem, string? usedFor)
    {
        var use = filesystem is null || MemberFilesystem.Is(filesystem) ? usedFor ?? Unused : FilesystemText.Describe(filesystem);
        return $"{SizeText.Format(size)} {(use == "Unused" ? Unused : use)}";
    }
}
