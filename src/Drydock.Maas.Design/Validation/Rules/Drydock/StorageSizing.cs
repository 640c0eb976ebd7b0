using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Percentages are positive, and those of a disk or a volume group leave something.</summary>
internal sealed class StorageSizing : IValidationRule
{
    private const long Most = 99;

    public ValidationRuleInfo Info { get; } = new(
        nameof(StorageSizing),
        "DD2003",
        "Storage Sizing",
        "Sizes are not negative, and the percentages of one disk or one volume group sum to less than 100 %.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        foreach (var device in NodeVolume.Partitioned(node))
        {
            foreach (var partition in device.Partitions.Where(p => IsNegative(p.Size)))
            {
                yield return this.Error(
                    site.At(node, [.. NodeVolume.GetPath(node, device.Name), "partitions", partition.Name, "size"]),
                    $"Storage partition {partition.Name} on device {device.Name} size is < 0",
                    "Partition size must be a positive number.");
            }

            if (Sum(device.Partitions.Select(p => p.Size)) > Most)
            {
                yield return this.Error(
                    site.At(node, [.. NodeVolume.GetPath(node, device.Name), "partitions"]),
                    $"Cumulative partition sizes on device {device.Name} is greater than 99%.",
                    "Percentage-based sizes must sum to less than 100%.");
            }
        }

        foreach (var group in node.VolumeGroups)
        {
            foreach (var volume in group.LogicalVolumes.Where(v => IsNegative(v.Size)))
            {
                yield return this.Error(
                    site.At(node, "storage", "volume_groups", group.Name, "logical_volumes", volume.Name, "size"),
                    $"Logical Volume {volume.Name} size is < 0 ",
                    "Logical volume size must be a positive number.");
            }

            if (Sum(group.LogicalVolumes.Select(v => v.Size)) > Most)
            {
                yield return this.Error(
                    site.At(node, "storage", "volume_groups", group.Name),
                    $"Cumulative logical volume size is greater than 99% in volume group {group.Name}",
                    "Percentage-based sizes must sum to less than 100%.");
            }
        }
    }

    private static bool IsNegative(string? size) => StorageSize.Parse(size) is { IsNegative: true };

    private static decimal Sum(IEnumerable<string?> sizes) => sizes.Sum(s => (decimal?)StorageSize.Parse(s)?.Percent ?? 0);
}
