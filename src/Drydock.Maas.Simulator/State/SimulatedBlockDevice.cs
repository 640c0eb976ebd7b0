using System.Globalization;

namespace Drydock.Maas.Simulator.State;

/// <summary>A disk, or the device a group makes: a logical volume, a RAID, a bcache.</summary>
internal sealed class SimulatedBlockDevice : SimulatedVolume
{
    public required SimulatedMachine Machine { get; init; }

    public override SimulatedMachine Owner => Machine;

    /// <summary>Unique in the machine; a logical volume's is without its group's.</summary>
    public required string Name { get; set; }

    /// <summary>What it is shown as: <c>vg-lv</c> for a logical volume.</summary>
    public string FullName => Group is SimulatedVolumeGroup group ? $"{group.Name}-{Name}" : Name;

    public string Model { get; set; } = "";

    public string Serial { get; set; } = "";

    public string IdPath { get; set; } = "";

    public int BlockSize { get; set; } = 512;

    /// <summary>The group that makes it; null for a disk.</summary>
    public SimulatedGroup? Group { get; init; }

    /// <summary>GPT once it has been partitioned, unless it was asked to be MBR.</summary>
    public string? TableType { get; set; }

    public List<SimulatedPartition> Partitions { get; } = [];

    public bool IsBootDisk => Machine.EffectiveBootDisk == this;

    public override bool IsFree => base.IsFree && TableType is null;

    public override string UsedFor => EffectiveFilesystem is null && TableType is { } table
        ? string.Create(CultureInfo.InvariantCulture, $"{table} partitioned with {Partitions.Count} partition{(Partitions.Count > 1 ? "s" : "")}")
        : base.UsedFor;

    public long UsedSize => EffectiveFilesystem is not null
        ? Size
        : TableType is null ? 0 : Machine.Firmware.TableOverhead + Partitions.Sum(p => p.Size);

    public long AvailableSize => EffectiveFilesystem is not null ? 0 : UnpartitionedSize;

    /// <summary>What a further partition could take, whatever else is on the device.</summary>
    public long UnpartitionedSize => StorageExtent.Cut(Size - Machine.Firmware.TableOverhead - Partitions.Sum(p => p.Size));
}
