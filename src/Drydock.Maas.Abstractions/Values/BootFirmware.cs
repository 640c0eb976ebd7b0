namespace Drydock.Maas.Values;

/// <summary>
/// The firmware of a machine as MAAS works it out: by how it booted last, else by its IPMI controller's settings (<c>bios_boot_method</c> of
/// <c>models/node.py</c>).
/// </summary>
/// <param name="Architecture">The machine's architecture, for example amd64, which it is where none is known.</param>
/// <param name="LastMethod">How it booted last: pxe, uefi and so on; null where that is not known.</param>
/// <param name="PowerType">The power driver.</param>
/// <param name="PowerBootType">What its IPMI controller boots by: auto, legacy or efi; null where that is not known.</param>
internal readonly record struct BootFirmware(string Architecture, string? LastMethod, string? PowerType, string? PowerBootType)
{
    /// <summary>Where the EFI file system is mounted.</summary>
    public const string EfiMountPoint = "/boot/efi";

    private const string Uefi = "uefi";
    private static readonly string[] KnownMethods = ["pxe", Uefi, "powernv", "powerkvm", "s390x_partition"];

    /// <summary>Whether only the machine's IPMI controller tells how it boots.</summary>
    public bool IsLeftToController => !KnownMethods.Contains(LastMethod) && PowerType == "ipmi";

    /// <summary>Whether the machine boots by UEFI.</summary>
    public bool IsUefi => KnownMethods.Contains(LastMethod) ? LastMethod == Uefi : IsLeftToController && PowerBootType == "efi";

    /// <summary>Whether the machine boots from an EFI partition; POWER machines have none.</summary>
    public bool NeedsEfiPartition => IsUefi && Architecture != "ppc64el";

    /// <summary>Whether the kernel has to be on a partition of its own: ARM without UEFI.</summary>
    public bool NeedsBootPartition => !IsUefi && Architecture == "arm64";

    /// <summary>
    /// Bytes that MAAS keeps of each disk with partitions: the table and the boot loader's part, which is a PREP partition on POWER and what BIOS needs
    /// on PCs. Here it goes by how the machine booted last alone.
    /// </summary>
    public long TableOverhead
    {
        get
        {
            const long Table = 5L << 20;
            const long Prep = 8L << 20;
            const long BiosGrub = 1L << 20;
            return Table + Architecture switch
            {
                "ppc64el" => Prep,
                "amd64" when LastMethod != Uefi => BiosGrub,
                _ => 0,
            };
        }
    }
}
