using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>All that is put on a disk or into a group fits, as far as the design alone tells.</summary>
internal sealed class StorageSums : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(StorageSums),
        "DD1206",
        "Storage Sums",
        "One size of a disk or volume group at most starts with >, and logical volumes fit a group whose partitions have known sizes.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.CheckStorage(n => CheckRest(site, n).Concat(n.VolumeGroups.SelectMany(g => CheckGroup(site, n, g))));

    private IEnumerable<ValidationFinding> CheckRest(SiteFacts site, DrydockNode node) => NodeVolume.List(node)
        .Where(v => StorageSize.Parse(v.Size)?.TakesRest == true)
        .GroupBy(v => (v.Kind, v.Container))
        .Where(g => g.Count() > 1)
        .Select(g => this.Error(
            site.At(node, g.Last().PathIn(node, "size")),
            $"More than one size on {g.Key.Container} of node {node} starts with >: {string.Join(", ", g.Select(v => v.Name))}. "
            + $"Only one can take the rest.",
            "Give all but one of them a size without >."));

    private IEnumerable<ValidationFinding> CheckGroup(SiteFacts site, DrydockNode node, StorageVolumeGroup group)
    {
        var partitions = NodeVolume.Partitioned(node).SelectMany(d => d.Partitions).Where(p => p.VolumeGroup == group.Name)
            .Select(p => StorageSize.Parse(p.Size)).ToList();
        if (partitions.Count == 0 || NodeVolume.PhysicalVolumes(node, group.Name) > partitions.Count
            || !partitions.TrueForAll(p => p is { Bytes: not null, TakesRest: false })
            || partitions.Sum(p => p!.Bytes) > long.MaxValue)
            yield break;
        var whole = StorageExtent.VolumeGroup(partitions.Select(p => p!.CutBytes(0)));
        var wanted = group.LogicalVolumes.Select(v => StorageSize.Parse(v.Size)).OfType<StorageSize>()
            .Where(s => s.Percent is null or (> 0 and <= 100)).Sum(s => (decimal)s.CutBytes(whole));
        if (wanted > whole)
        {
            yield return this.Error(
                site.At(node, "storage", "volume_groups", group.Name),
                $"The logical volumes of volume group {group.Name} of node {node} want "
                        + $"{SizeText.Format(wanted, whole)}; its partitions have room for "
                    + $"{SizeText.Format(whole, wanted)}.",
                "Make the volumes smaller, or the partitions larger.");
        }
    }
}
