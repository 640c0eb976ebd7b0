using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// Which partition of a disk is which of the design's. The order on the disk does not count: a partition that is right stays,
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
        desired.TakesRest ? Math.Abs(present.Size - desired.Size) <= StorageSpace.Tolerance : present.Size == desired.Size;
}
