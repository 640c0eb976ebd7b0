using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>An EFI partition that a design brings is one firmware can use.</summary>
internal sealed class EfiPartition : IValidationRule
{
    private const decimal Minimum = 512L << 20;

    public ValidationRuleInfo Info { get; } = new(
        nameof(EfiPartition),
        "DD1203",
        "EFI Partitions",
        "A volume mounted at /boot/efi is a partition with a FAT file system of at least 512 MiB, on a machine that boots by UEFI.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.CheckStorage(n => NodeVolume.List(n).Where(v => v.MountPoint == BootFirmware.EfiMountPoint).SelectMany(v => Check(site, n, v)));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node, NodeVolume volume)
    {
        if (volume.Kind != "partition" || volume.Filesystem?.Type is not ("vfat" or "fat32"))
        {
            yield return this.Error(
                site.At(node, volume.PathIn(node, "filesystem")),
                $"The {volume} of node {node}, mounted at /boot/efi, is no partition with a FAT file system.",
                "Make it a partition with fstype vfat.");
        }

        if (StorageSize.Parse(volume.Size)?.Bytes < Minimum)
        {
            yield return this.Warning(
                site.At(node, volume.PathIn(node, "size")),
                $"The EFI {volume} of node {node} has less than 512 MiB.",
                "Give it 512mi or more.");
        }

        if (node.HardwareProfile?.BootMode == "bios")
        {
            yield return this.Warning(
                site.At(node, volume.PathIn(node)),
                $"Node {node} has an EFI {volume}, but its hardware profile {node.HardwareProfile.Name} boots by BIOS.",
                "Remove the partition, or correct boot_mode.");
        }
    }
}
