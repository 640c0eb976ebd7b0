namespace Drydock.Maas.Simulator.State;

/// <summary>A file system, and where it is mounted.</summary>
internal sealed record SimulatedFilesystem(string Type, string Uuid)
{
    public const string Swap = "swap";

    /// <summary>Those that need no storage.</summary>
    public static readonly string[] SpecialTypes = ["ramfs", "tmpfs"];

    /// <summary>What volumes can be formatted with.</summary>
    public static readonly string[] Formats = ["ext2", "ext4", "xfs", "fat32", "vfat", Swap, "ramfs", "tmpfs", "btrfs", "zfsroot"];

    public string? Label { get; init; }

    public string? MountPoint { get; init; }

    public string? MountOptions { get; init; }

    /// <summary>Whether it is a format, and no mark of a group's member.</summary>
    public bool IsFormat => Formats.Contains(Type);

    public static SimulatedFilesystem New(string type) => new(type, Guid.NewGuid().ToString());
}
