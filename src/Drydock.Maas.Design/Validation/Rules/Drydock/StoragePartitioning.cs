using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Disks and partitions have one use each, and volume groups something to be on.</summary>
internal sealed class StoragePartitioning : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(StoragePartitioning),
        "DD2002",
        "Storage Partitioning",
        "A disk has partitions or a volume group, a partition a file system or a volume group, and every volume group of a node a disk "
        + "or partition of that node.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        foreach (var device in node.StorageDevices)
        {
            var isMember = device.Partitions.Count == 0 && DeviceUse.ListUses(node).Any(u => u.Device == device.Name);
            if (!isMember && device.Partitions.Count > 0 == !string.IsNullOrEmpty(device.VolumeGroup))
            {
                yield return this.Error(
                    site.At(node, "storage", "physical_devices", device.Name),
                    $"Either a volume group OR partitions must be defined for each storage device. ({device.Name} of {node})",
                    "A storage device must be used for exactly one of a volume group physical volume or carved into partitions.");
            }

        }

        foreach (var device in NodeVolume.Partitioned(node))
        {
            foreach (var partition in device.Partitions.Where(p => p.Filesystem is not null && !string.IsNullOrEmpty(p.VolumeGroup)))
            {
                yield return this.Error(
                    site.At(node, [.. NodeVolume.GetPath(node, device.Name), "partitions", partition.Name]),
                    $"Both a volume group AND file system cannot be defined in a single partition ({device.Name}/{partition.Name} of "
                    + $"{node})",
                    "A partition can be used for only one of a volume group physical volume or formatted as a filesystem.");
            }
        }

        // The group that something is meant for may be this one.
        foreach (var group in node.VolumeGroups.Where(g => !VolumeGroupUse.FindUnknown(node).Any() && NodeVolume.PhysicalVolumes(node, g.Name) == 0))
        {
            yield return this.Error(
                site.At(node, "storage", "volume_groups", group.Name),
                $"Volume group {group.Name} not assigned any physical volumes",
                "Name the group as volume_group of a disk or partition, in the node or in the host profile that has them.");
        }
    }
}
