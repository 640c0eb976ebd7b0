using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>No mount point is used twice on a node.</summary>
internal sealed class StorageMountpoints : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(StorageMountpoints),
        "DD2004",
        "Storage Mountpoint",
        "No two file systems of a node are mounted at the same place; Drydock stops at the first of the whole site.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        // Swap has no place of its own, however it is written.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return NodeVolume.WithDevices(node)
            .Where(v => v is { MountPoint: not (null or "none"), Filesystem.Type: not "swap" } && !seen.Add(Path(v.MountPoint)))
            .Select(v => this.Error(site.At(node, v.PathIn(node, "filesystem", "mountpoint")), $"Mountpoint \"{v.MountPoint}\" already exists on node {node}", "Please use unique mountpoints."));
    }

    // /srv/ is /srv.
    private static string Path(string mountPoint) => mountPoint.Length > 1 ? mountPoint.TrimEnd('/') : mountPoint;
}
