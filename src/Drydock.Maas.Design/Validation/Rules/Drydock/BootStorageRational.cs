using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Root and boot are there and large enough. Mount points count; Drydock looks at the names of partitions only.</summary>
internal sealed class BootStorageRational : IValidationRule
{
    private const decimal Gigabyte = 1_000_000_000;

    public ValidationRuleInfo Info { get; } = new(
        nameof(BootStorageRational),
        "DD1001",
        "Rational Boot Storage",
        "Every node has a root of at least 20 GB, on a partition or a logical volume, and a boot partition of at least 1 GB if any.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        if (NodeVolume.FindRoot(node) is not { } root)
        {
            if (VolumeGroupUse.FindUnknown(node).Any())
                yield break;
            yield return this.Error(
                site.At(node, "storage"),
                $"Root volume has to be set and must be > 20GB on BaremetalNode {node}",
                "All nodes require a defined root volume at least 20GB in size.");
            yield break;
        }

        var rootSize = StorageSize.Parse(root.Size);
        if (rootSize is null && !IsOfMembers(root))
        {
            yield return this.Error(
                site.At(node, root.PathIn(node, "size")),
                $"Root volume has an invalid size format on BaremetalNode {node}.",
                InvalidSize(root));
        }
        else if (rootSize?.Bytes is >= 0 and < 20 * Gigabyte)
        {
            yield return this.Error(
                site.At(node, root.PathIn(node, "size")),
                $"Root volume must be > 20GB on BaremetalNode {node}",
                "Configure a larger root volume");
        }

        if (NodeVolume.FindBoot(node) is not { } boot)
            yield break;
        var bootSize = StorageSize.Parse(boot.Size);
        if (bootSize is null && !IsOfMembers(boot))
        {
            yield return this.Error(
                site.At(node, boot.PathIn(node, "size")),
                $"Boot volume has an invalid size format on BaremetalNode {node}.",
                InvalidSize(boot));
        }
        else if (bootSize?.Bytes is >= 0 and < Gigabyte)
        {
            yield return this.Error(
                site.At(node, boot.PathIn(node, "size")),
                $"Boot volume must be > 1GB on BaremetalNode {node}",
                "Configure a larger boot volume.");
        }
    }

    /// <summary>Whether its size comes from what it is made of, as that of a RAID.</summary>
    private static bool IsOfMembers(NodeVolume volume) => volume.Container.Length == 0;

    private static string InvalidSize(NodeVolume volume) =>
        $"\"{volume.Size}\", the size of {volume.Kind} {volume.Name}, is none. "
        + StorageSize.Grammar;
}
