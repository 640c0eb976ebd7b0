using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>File systems are ones MAAS makes, mounted at paths.</summary>
internal sealed class FilesystemUse : IValidationRule
{
    private static readonly string[] Known =
        ["ext2", "ext4", "xfs", "btrfs", "fat32", "vfat", "swap", "zfsroot", "bcache-backing", "bcache-cache"];

    public ValidationRuleInfo Info { get; } = new(
        nameof(FilesystemUse),
        "DD1208",
        "File Systems",
        "A file system has a type that MAAS makes and is mounted at an absolute path; swap is mounted nowhere.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.CheckStorage(n => NodeVolume.WithDevices(n).Where(v => v.Filesystem is not null).SelectMany(v => Check(site, n, v, v.Filesystem!)));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node, NodeVolume volume, FilesystemSettings filesystem)
    {
        if (!Known.Contains(filesystem.Type))
        {
            yield return this.Error(
                site.At(node, volume.PathIn(node, "filesystem", "fstype")),
                $"The file system {filesystem.Type} of {volume} of node {node} is none that MAAS makes.",
                $"Use one of {string.Join(", ", Known)}.");
        }

        if (filesystem.MountPoint is { } place && filesystem.Type != "swap" && !place.StartsWith('/'))
        {
            yield return this.Error(
                site.At(node, volume.PathIn(node, "filesystem", "mountpoint")),
                $"The mount point {place} of {volume} of node {node} is no absolute path.",
                "Begin it with /.");
        }
    }
}
