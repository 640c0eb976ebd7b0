using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>Volume groups of disks and partitions are defined.</summary>
internal sealed class UnknownVolumeGroup : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownVolumeGroup),
        "DD1204",
        "Unknown Volume Groups",
        "The volume group of a disk, partition, RAID or bcache is among the node's volume groups.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    /// <summary>Whether something of a node is for a volume group that the node does not have.</summary>
    public static bool IsIn(DrydockNode node) => Find(node).Any();

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node) => Find(node).Select(x => this.Error(
        site.At(node, [.. x.Path, "volume_group"]),
        $"The {x.What} of node {node} is for volume group {x.Group}, which the node does not have.",
        node.VolumeGroups.FirstOrDefault(g => Spelling.IsSimilar(g.Name, x.Group!)) is { } meant
            ? $"Is {meant.Name} meant? Correct the name, here or in volume_groups."
            : "Define it in volume_groups, or correct the name."));

    private static IEnumerable<(string What, string? Group, IReadOnlyList<string> Path)> Find(DrydockNode node)
    {
        var disks = node.StorageDevices.Select(d => (What: $"disk {d.Name}", Group: d.VolumeGroup, Path: NodeVolume.PathOf(node, d.Name)));
        var partitions = NodeVolume.Partitioned(node)
            .SelectMany(d => d.Partitions.Select(p => (
                What: $"partition {d.Name}/{p.Name}", Group: p.VolumeGroup,
                Path: (IReadOnlyList<string>)[.. NodeVolume.PathOf(node, d.Name), "partitions", p.Name])));
        var raids = node.Raids.Select(r => (What: $"RAID {r.Name}", Group: r.VolumeGroup, Path: NodeVolume.PathOf(node, r.Name)));
        var bcaches = node.Bcaches.Select(b => (
            What: $"bcache {b.Name}", Group: b.VolumeGroup, Path: (IReadOnlyList<string>)["storage", "bcaches", b.Name]));
        return disks.Concat(partitions).Concat(raids).Concat(bcaches)
            .Where(x => !string.IsNullOrEmpty(x.Group) && !node.VolumeGroups.Any(g => g.Name == x.Group));
    }
}
