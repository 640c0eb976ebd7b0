using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A partition.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
/// <param name="TakesRest">Whether it takes all that is left.</param>
internal sealed record DesiredPartition(StoragePartition Design, long Size, bool TakesRest)
{
    /// <summary>The RAID or bcache it is a part of, as <see cref="DeviceUse"/> writes it.</summary>
    public string? PartOf { get; init; }

    /// <summary>What it is a part of, volume groups included.</summary>
    public string? Holder => Design.VolumeGroup ?? PartOf;

    public FilesystemSettings? Filesystem => Holder is null ? Swap.AsMounted(Design.Filesystem) : null;

    public string? MountPoint => Filesystem?.MountPoint;
}

/// <summary>
/// The match of a disk's partitions with the design's. The order on the disk does not count: a partition that is right stays,
/// wherever another was deleted or made.
/// </summary>
internal sealed class PartitionMatch
{
    private readonly Dictionary<DesiredPartition, Partition> _found = new(ReferenceEqualityComparer.Instance);
    private readonly List<Partition> _left;

    /// <summary>Matches them.</summary>
    /// <param name="wanted">The design's partitions of the disk, in order.</param>
    /// <param name="present">The disk's partitions, without those the firmware needs.</param>
    /// <param name="holderOf">The name of the volume group or RAID that a partition is in, or null.</param>
    /// <param name="free">Bytes that are free on the disk.</param>
    public PartitionMatch(
        IReadOnlyList<DesiredPartition> wanted, IEnumerable<Partition> present, Func<Partition, string?> holderOf, long free)
    {
        _left = [.. present.OrderBy(p => p.Id)];
        Take(wanted, (w, p) => w.Holder is { } holder ? holderOf(p) == holder : IsMountedAs(w, p));
        Take(wanted, (w, p) => holderOf(p) is null && w.Filesystem is not null && p.Filesystem?.Fstype == w.Filesystem.Type);
        Take(wanted, (w, p) => holderOf(p) is null && (w.Filesystem is null) == (p.Filesystem is null));
        Take(wanted, (_, _) => true);
        MakeRoom(wanted, free);
        Missing = [.. wanted.Where(w => !_found.ContainsKey(w))];
    }

    /// <summary>The design's partitions that are not there.</summary>
    public IReadOnlyList<DesiredPartition> Missing { get; }

    /// <summary>The partitions that the design does not have.</summary>
    public IReadOnlyList<Partition> Stale => _left;

    /// <summary>The partition that is what the design wants, or null.</summary>
    public Partition? Find(DesiredPartition wanted) => _found.GetValueOrDefault(wanted);

    /// <summary>
    /// The missing partition that a stale one is to become, to people: the
    /// one mounted there, else the next; null when none is missing.
    /// </summary>
    public DesiredPartition? Successor(Partition stale) =>
        Missing.FirstOrDefault(m => IsMountedAs(m, stale))
        ?? Missing.Where(m => !_left.Any(p => IsMountedAs(m, p)))
            .ElementAtOrDefault(_left.Where(p => !Missing.Any(m => IsMountedAs(m, p))).ToList().IndexOf(stale));

    /// <summary>What takes the rest may be a little too large for what is missing; it is made anew then.</summary>
    private void MakeRoom(IReadOnlyList<DesiredPartition> wanted, long free)
    {
        var missing = wanted.Where(w => !_found.ContainsKey(w)).Sum(w => w.Size);
        var rest = wanted.FirstOrDefault(w => w.TakesRest && _found.ContainsKey(w));
        if (rest is not null && missing > free + _left.Sum(p => p.Size) && _found.Remove(rest, out var present))
            _left.Add(present);
    }

    private void Take(IReadOnlyList<DesiredPartition> wanted, Func<DesiredPartition, Partition, bool> fits)
    {
        foreach (var partition in wanted.Where(w => !_found.ContainsKey(w)))
        {
            if (_left.Find(p => SizeFits(partition, p) && fits(partition, p)) is not { } found)
                continue;
            _found[partition] = found;
            _left.Remove(found);
        }
    }

    private static bool IsMountedAs(DesiredPartition wanted, Partition present) =>
        wanted.MountPoint is { } mountPoint && present.Filesystem?.MountPoint == mountPoint;

    /// <summary>What takes the rest differs by the few megabytes firmware and tables need.</summary>
    private static bool SizeFits(DesiredPartition desired, Partition present) =>
        desired.TakesRest ? Math.Abs(present.Size - desired.Size) <= MaasStorageRules.Tolerance : present.Size == desired.Size;
}

/// <summary>The partitions of a disk, or of a RAID, wanted and there.</summary>
internal static class Partitions
{
    /// <summary>What is missing, wrong or too much; a partition that is right is not touched.</summary>
    /// <param name="observed">The storage the machine has.</param>
    /// <param name="disk">The disk, with its device as it is.</param>
    /// <param name="device">The disk, or the RAID, as operations name it.</param>
    public static IEnumerable<StorageOperation> PlanDifference(ObservedStorage observed, DesiredDisk disk, StorageResource device)
    {
        var match = observed.On(disk);
        List<StorageOperation> operations = [];
        if (disk.Device.Filesystem is { } whole && !MemberFilesystem.Is(whole))
            operations.AddRange(Filesystems.PlanRemoval(device, whole));
        foreach (var stale in match.Stale)
            operations.Add(new DeletePartition(device, stale, match.Successor(stale) is { } next ? (disk.GetKey(next), next.Size) : null));
        foreach (var missing in match.Missing.Where(m => !observed.IsMadeByLayout(disk, m)))
        {
            var partition = observed.PartitionResource(disk.GetKey(missing));
            var replaced = match.Stale.FirstOrDefault(s => match.Successor(s) == missing);
            operations.Add(new CreatePartition(partition, missing, replaced?.Size));
            operations.AddRange(Filesystems.PlanDifference(partition, missing.Filesystem, null));
        }

        foreach (var partition in disk.Partitions)
        {
            if (match.Find(partition) is { } present)
                operations.AddRange(Filesystems.PlanDifference(observed.PartitionResource(disk.GetKey(partition)), partition.Filesystem, present.Filesystem));
        }

        return operations;
    }
}

/// <summary>Makes a partition.</summary>
/// <param name="Partition">The partition, on its device.</param>
/// <param name="Wanted">The partition as the design wants it.</param>
/// <param name="Replaced">Bytes of the one that it takes the place of; null for none.</param>
internal sealed record CreatePartition(StorageResource Partition, DesiredPartition Wanted, long? Replaced) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(ToRequest());

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(
        ResourceKind.Partition, Partition.Name, SizeText.Format(Wanted.Size, Replaced ?? Wanted.Size), Partition.On!.Name) with { Size = Wanted.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Partition];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Partition.On!];

    public PartitionRequest ToRequest() => new() { Size = Wanted.Size, Uuid = Wanted.Design.PartitionUuid, Bootable = Wanted.Design.Bootable };
}

/// <summary>Deletes a partition.</summary>
/// <param name="Device">What it is on.</param>
/// <param name="Present">The partition.</param>
/// <param name="Successor">Key and bytes of the one that takes its place; null for none.</param>
internal sealed record DeletePartition(StorageResource Device, Partition Present, (string Key, long Size)? Successor) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Found => StorageDescription.ListValues(Present);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Delete(
        ResourceKind.Partition,
        Name,
        $"{SizeText.Format(Present.Size, Successor?.Size ?? Present.Size)}, {Present.UsedFor ?? "unused"}",
        Device.Name) with { Size = Present.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [Device];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [new(ResourceKind.Partition, Name, Present.Id, Device)];

    private string Name => Successor?.Key ?? string.Create(CultureInfo.InvariantCulture, $"{Device.Name}/{Present.Id}");
}
