using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A block device that MAAS puts together of others: a RAID or a bcache.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal abstract record ComposedDevice(string Name, long Size)
{
    /// <summary>Which of them it is.</summary>
    public abstract ResourceKind Kind { get; }

    /// <summary>The volume group it belongs to as a whole.</summary>
    public abstract string? VolumeGroup { get; }

    /// <summary>Its file system as a whole.</summary>
    public FilesystemSettings? Filesystem => VolumeGroup is null ? Swap.AsMounted(DesignedFilesystem) : null;

    /// <summary>Itself as a disk with its partitions, whose device is yet to be found; null when it has none.</summary>
    public DesiredDisk? Disk { get; init; }

    /// <summary>What it is made of, in words.</summary>
    public abstract string Composition { get; }

    /// <summary>The file system that the design writes.</summary>
    protected abstract FilesystemSettings? DesignedFilesystem { get; }
}

/// <summary>A disk, partition or RAID that a RAID or bcache takes.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Key">Its name, that of a partition as disk/partition.</param>
/// <param name="Size">Its size in bytes.</param>
internal sealed record TakenDevice(ResourceKind Kind, string Key, long Size);

/// <summary>The composed devices of one kind that a machine has, and which of them are as designed.</summary>
internal abstract class ObservedDevices
{
    /// <summary>The block device that stays for one of the design, or null when that is made anew.</summary>
    /// <param name="wanted">One of any kind.</param>
    public abstract BlockDevice? Find(ComposedDevice wanted);

    /// <summary>What a partition is a part of, as <see cref="DeviceUse"/> writes it, or null.</summary>
    public abstract string? GetHolder(Partition member);

    /// <summary>Whether that block device is of this kind.</summary>
    public abstract bool Has(int device);

    /// <summary>Whether that block device is one of the design or one that has to go.</summary>
    public abstract bool IsOwn(int device);

    /// <summary>Ids of the block devices that neither belong to the design nor stand in its way.</summary>
    public abstract IEnumerable<int> ForeignDevices();

    /// <summary>Members with the block device that stands on them; null for a cache set, which is none.</summary>
    public abstract IEnumerable<(StorageMember Member, int? Device)> Members();

    /// <summary>What is missing, wrong or in the way.</summary>
    public abstract IEnumerable<StorageOperation> PlanDifference();
}

/// <summary>The same by what MAAS has.</summary>
/// <typeparam name="TPresent">MAAS's model.</typeparam>
/// <typeparam name="TWanted">The design's.</typeparam>
internal abstract class ObservedDevices<TPresent, TWanted>(Machine machine, IReadOnlyList<TPresent> present, DesiredStorage desired) : ObservedDevices
    where TPresent : class
    where TWanted : ComposedDevice
{
    protected Machine Machine { get; } = machine;

    protected IReadOnlyList<TPresent> Present { get; } = present;

    protected DesiredStorage Desired { get; } = desired;

    protected IEnumerable<TWanted> Wanted => Desired.Devices.OfType<TWanted>();

    /// <summary>Those on disks of the design, or with the name of one of its devices, that are not as designed; they have to go.</summary>
    protected IEnumerable<TPresent> Stale => Present.Where(IsStale);

    /// <inheritdoc/>
    public sealed override BlockDevice? Find(ComposedDevice wanted) => wanted is TWanted own && Present.FirstOrDefault(p => IsAs(p, own)) is { } present
        ? GetDevice(present) is { } device ? Machine.BlockDevices.FirstOrDefault(d => d.Id == device.Id) ?? device : null
        : null;

    /// <inheritdoc/>
    public sealed override bool Has(int device) => Present.Any(p => GetDevice(p)?.Id == device);

    /// <inheritdoc/>
    public sealed override bool IsOwn(int device) => Present.Any(p => GetDevice(p)?.Id == device && (IsRight(p) || IsStale(p)));

    /// <inheritdoc/>
    public sealed override IEnumerable<int> ForeignDevices() =>
        Present.Where(p => !IsRight(p) && !IsStale(p)).Select(p => GetDevice(p)?.Id).OfType<int>();

    /// <summary>Its block device.</summary>
    protected abstract BlockDevice? GetDevice(TPresent present);

    /// <summary>Whether it is what the design wants, or can be made that in place.</summary>
    protected abstract bool IsAs(TPresent present, TWanted wanted);

    /// <summary>Whether it is in the way, where it is not what the design wants.</summary>
    protected abstract bool IsInTheWay(TPresent present);

    private bool IsStale(TPresent present) => !IsRight(present) && IsInTheWay(present);

    private bool IsRight(TPresent present) => Wanted.Any(w => IsAs(present, w));
}
