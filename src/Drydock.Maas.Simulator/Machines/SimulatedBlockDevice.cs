namespace Drydock.Maas.Simulator.Machines;

/// <summary>A disk, or the device a group makes: a logical volume, a RAID, a bcache.</summary>
internal sealed class SimulatedBlockDevice : SimulatedVolume
{
    public required SimulatedMachine Machine { get; init; }

    public override SimulatedMachine Owner => Machine;

    public required string Name { get; set; }

    public string Model { get; set; } = "";

    public string Serial { get; set; } = "";

    public string IdPath { get; set; } = "";

    public int BlockSize { get; set; } = 512;

    /// <summary>The group that makes it; null for a disk.</summary>
    public SimulatedGroup? Group { get; init; }

    /// <summary>GPT once it has been partitioned.</summary>
    public string? TableType { get; set; }

    public List<SimulatedPartition> Partitions { get; } = [];

    public bool IsBootDisk => Machine.EffectiveBootDisk == this;

    /// <summary>Whether nothing has been put on it.</summary>
    public bool IsFree => this is { Filesystem: null, TableType: null, MemberOf: null };

    public long UsedSize => Filesystem is not null || MemberOf is not null
        ? Size
        : TableType is null ? 0 : StorageSizes.TableOverhead(this) + Partitions.Sum(p => p.Size);

    public long AvailableSize => Filesystem is not null || MemberOf is not null
        ? 0
        : StorageSizes.Cut(Math.Max(0, Size - StorageSizes.TableOverhead(this) - Partitions.Sum(p => p.Size)));
}
