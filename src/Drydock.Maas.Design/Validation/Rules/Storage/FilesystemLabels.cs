using System.Globalization;
using System.Text;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>Labels fit their file systems; MAAS takes any, and the deployment fails when the file system is made.</summary>
internal sealed class FilesystemLabels : IValidationRule
{
    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal)
    {
        ["ext2"] = 16, ["ext4"] = 16, ["xfs"] = 12, ["btrfs"] = 255, ["vfat"] = 11, ["fat32"] = 11, ["swap"] = 15,
    };

    public ValidationRuleInfo Info { get; } = new(
        nameof(FilesystemLabels),
        "DD1213",
        "Labels of File Systems",
        "The label of a file system has at most as many bytes as its type takes: 16 for ext2 and ext4, 12 for xfs, 11 for FAT, 15 for swap.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(node =>
        from volume in NodeVolume.WithDevices(node)
        let label = volume.Filesystem?.Label
        where label is not null && Longest.TryGetValue(volume.Filesystem!.Type, out var most) && Encoding.UTF8.GetByteCount(label) > most
        select this.Error(
            site.At(node, volume.PathIn(node, "filesystem", "fs_label")),
            $"The label \"{label}\" of {volume} of node {node} is too long for {volume.Filesystem!.Type}.",
            string.Create(CultureInfo.InvariantCulture, $"Use at most {Longest[volume.Filesystem!.Type]} characters.")));
}
