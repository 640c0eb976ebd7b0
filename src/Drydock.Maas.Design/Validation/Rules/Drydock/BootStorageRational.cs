namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Root and boot are there and large enough. Mount points count; Drydock looks at the names of partitions only.</summary>
internal sealed class BootStorageRational : IValidationRule
{
    private const decimal Gigabyte = 1_000_000_000;

    public ValidationRuleInfo Info { get; } = new(
        nameof(BootStorageRational),
        "DD1001",
        "Rational Boot Storage",
        "Every node has a root of at least 20 GB, on a partition or a logical volume, and a boot partition of at least 1 GB if any.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(Check);

    /// <summary>The volume mounted there, else the unmounted partition that has the name.</summary>
    public static NodeVolume? Find(DrydockNode node, string mountPoint, string name)
    {
        var volumes = NodeVolume.WithDevices(node).ToList();
        return volumes.Find(v => v.MountPoint == mountPoint) ?? volumes.Find(v => v.MountPoint is null && v.Name == name
            && v.Kind == "partition");
    }

    private IEnumerable<ValidationFinding> Check(DrydockNode node)
    {
        if (Find(node, "/", "root") is not { } root)
        {
            yield return this.Error(
                $"Root volume has to be set and must be > 20GB on BaremetalNode {node.Name}",
                "All nodes require a defined root volume at least 20GB in size.",
                node.Reference());
            yield break;
        }

        var rootSize = VolumeSize.Parse(root.Size);
        if (rootSize is null && !IsOfMembers(root))
        {
            yield return this.Error(
                $"Root volume has an invalid size format on BaremetalNode{node.Name}.",
                InvalidSize(root),
                node.Reference());
        }
        else if (rootSize?.Bytes < 20 * Gigabyte)
        {
            yield return this.Error(
                $"Root volume must be > 20GB on BaremetalNode {node.Name}",
                "Configure a larger root volume",
                node.Reference());
        }

        if (Find(node, "/boot", "boot") is not { } boot)
            yield break;
        var bootSize = VolumeSize.Parse(boot.Size);
        if (bootSize is null && !IsOfMembers(boot))
        {
            yield return this.Error(
                $"Boot volume has an invalid size format on BaremetalNode {node.Name}.",
                InvalidSize(boot),
                node.Reference());
        }
        else if (bootSize?.Bytes < Gigabyte)
        {
            yield return this.Error(
                $"Boot volume must be > 1GB on BaremetalNode {node.Name}",
                "Configure a larger boot volume.",
                node.Reference());
        }
    }

    /// <summary>Whether its size comes from what it is made of, as that of a RAID.</summary>
    private static bool IsOfMembers(NodeVolume volume) => volume.Container.Length == 0;

    private static string InvalidSize(NodeVolume volume) =>
        $"\"{volume.Size}\", the size of {volume.Kind} {volume.Name}, is none: "
        + "write a number with a unit or a share, for example 30g, 512m, 20% or >10g.";
}
