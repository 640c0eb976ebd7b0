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

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node) => VolumeGroupUse.FindUnknown(node).Select(x => this.Error(
        site.At(node, [.. x.Path, "volume_group"]),
        $"The {x.User} of node {node} is for volume group {x.Group}, which the node does not have.",
        node.VolumeGroups.FirstOrDefault(g => Spelling.IsSimilar(g.Name, x.Group)) is { } meant
            ? $"Is {meant.Name} meant? Correct the name, here or in volume_groups."
            : "Define it in volume_groups, or correct the name."));
}
