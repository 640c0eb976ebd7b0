using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>A root on LVM is made by a layout of MAAS's, which takes one physical volume; /boot is apart from it.</summary>
internal sealed class LvmRoot : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(LvmRoot),
        "DD1205",
        "LVM Root",
        "The volume group of a root volume has one physical volume, as MAAS makes no other, unless it is on RAIDs, and /boot is not on a "
        + "logical volume.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        foreach (var group in node.VolumeGroups)
        {
            var count = NodeVolume.PhysicalVolumes(node, group.Name);
            if (count > 1 && Mounts(group, "/") && !node.Raids.Any(r => r.VolumeGroup == group.Name))
            {
                yield return this.Error(
                    site.At(node, "storage", "volume_groups", group.Name),
                    $"The root of node {node} is in volume group {group.Name}, which has {count} physical volumes; MAAS makes "
                        + $"an LVM root on one only.",
                    "Leave the group one disk or partition, and put the others into a group of their own.");
            }

            if (count > 0 && Mounts(group, "/boot"))
            {
                yield return this.Error(
                    site.At(node, "storage", "volume_groups", group.Name),
                    $"/boot of node {node} is in volume group {group.Name}.",
                    "Put /boot on a partition.");
            }
        }
    }

    private static bool Mounts(StorageVolumeGroup group, string mountPoint) =>
        group.LogicalVolumes.Any(v => v.Filesystem?.MountPoint == mountPoint);
}
