using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>A file system, and where it is mounted.</summary>
internal sealed record SimulatedFilesystem(string Type, string Uuid)
{
    public string? Label { get; init; }

    public string? MountPoint { get; init; }

    public string? MountOptions { get; init; }
}

/// <summary>What can hold a file system or belong to a volume group.</summary>
internal abstract class SimulatedVolume
{
    public required int Id { get; init; }

    public required long Size { get; init; }

    public string Uuid { get; set; } = Guid.NewGuid().ToString();

    public SimulatedFilesystem? Filesystem { get; set; }

    /// <summary>The volume group it is a physical volume of.</summary>
    public SimulatedVolumeGroup? MemberOf { get; set; }

    public List<string> Tags { get; } = [];

    /// <summary>What MAAS says it is used for.</summary>
    public string UsedFor => MemberOf is { } group
        ? $"LVM volume for {group.Name}"
        : Filesystem is not { } fs
            ? "Unused"
            : fs.MountPoint is null ? $"Unmounted {fs.Type} formatted filesystem" : $"{fs.Type} formatted filesystem mounted at {fs.MountPoint}";
}

/// <summary>A disk, or a logical volume.</summary>
internal sealed class SimulatedBlockDevice : SimulatedVolume
{
    public required SimulatedMachine Machine { get; init; }

    public required string Name { get; set; }

    public string Model { get; set; } = "";

    public string Serial { get; set; } = "";

    public string IdPath { get; set; } = "";

    public int BlockSize { get; init; } = 512;

    /// <summary>The volume group of a logical volume; null for a disk.</summary>
    public SimulatedVolumeGroup? Group { get; init; }

    /// <summary>GPT once it has been partitioned.</summary>
    public string? TableType { get; set; }

    public List<SimulatedPartition> Partitions { get; } = [];

    public bool IsBootDisk => Machine.EffectiveBootDisk == this;

    public long UsedSize => Filesystem is not null || MemberOf is not null
        ? Size
        : TableType is null ? 0 : StorageSizes.TableOverhead(this) + Partitions.Sum(p => p.Size);

    public long AvailableSize => Filesystem is not null || MemberOf is not null
        ? 0
        : StorageSizes.Cut(Math.Max(0, Size - StorageSizes.TableOverhead(this) - Partitions.Sum(p => p.Size)));
}

/// <summary>A partition.</summary>
internal sealed class SimulatedPartition : SimulatedVolume
{
    public required SimulatedBlockDevice Device { get; init; }

    public bool Bootable { get; set; }

    /// <summary>The number in the path: what the firmware needs comes first on a legacy boot disk.</summary>
    public int Number
    {
        get
        {
            var index = Device.Partitions.IndexOf(this) + 1;
            return Device.IsBootDisk && !Device.Machine.IsUefi ? index + 1 : index;
        }
    }
}

/// <summary>A volume group.</summary>
internal sealed class SimulatedVolumeGroup
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Uuid { get; set; } = Guid.NewGuid().ToString();

    public List<SimulatedVolume> Members { get; } = [];

    public List<SimulatedBlockDevice> Volumes { get; } = [];

    public long Size => Members.Sum(m => StorageSizes.Cut(m.Size) - StorageSizes.Extent);

    public long UsedSize => Volumes.Sum(v => v.Size);

    public long AvailableSize => Size - UsedSize;
}

/// <summary>How MAAS cuts sizes.</summary>
internal static class StorageSizes
{
    public const long Extent = 4L << 20;
    private const long Table = 5L << 20;
    private const long BiosGrub = 1L << 20;

    public static long Cut(long size) => size / Extent * Extent;

    public static long TableOverhead(SimulatedBlockDevice device) =>
        Table + (device.IsBootDisk && !device.Machine.IsUefi ? BiosGrub : 0);
}
