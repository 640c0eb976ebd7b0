using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>Sizes are sizes; those of root and boot are looked at by BootStorageRational.</summary>
internal sealed class SizeFormat : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SizeFormat),
        "DD1202",
        "Storage Sizes",
        "Every partition and logical volume has a size: a whole number with m, g, t (powers of 1000), mi, gi, ti (powers of 1024) or "
        + "%, with > in front for a minimum; 0 is none.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        NodeVolume?[] examined = [NodeVolume.FindRoot(node), NodeVolume.FindBoot(node)];
        return NodeVolume.List(node).Where(v => !examined.Contains(v) && !IsSize(v.Size)).Select(v => this.Error(
            site.At(node, v.PathIn(node, "size")),
            $"The size \"{v.Size}\" of {v} of node {node} cannot be used.",
            StorageSize.Grammar));
    }

    // Negative sizes are StorageSizing's.
    private static bool IsSize(string? text) => StorageSize.Parse(text) is { IsNothing: false };
}
