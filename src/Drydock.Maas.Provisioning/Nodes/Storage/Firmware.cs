using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>What a machine's firmware boots from, as MAAS works it out: by how it booted last, else by its IPMI controller's settings.</summary>
internal static class Firmware
{
    /// <summary>Where the EFI file system is mounted.</summary>
    public const string EfiPlace = "/boot/efi";

    /// <summary>Where the kernel is, which some firmware wants on a file system of its own.</summary>
    public const string BootPlace = "/boot";

    private const string Uefi = "uefi";
    private const long Prep = 8L << 20;
    private const long BiosGrub = 1L << 20;
    private static readonly string[] KnownMethods = ["pxe", Uefi, "powernv", "powerkvm", "s390x_partition"];

    /// <summary>Whether only the machine's IPMI controller tells how it boots, so that <see cref="Machine.PowerBootType"/> is needed.</summary>
    public static bool IsLeftToController(Machine machine) => !KnownMethods.Contains(machine.BiosBootMethod) && machine.PowerType == "ipmi";

    /// <summary>Whether the machine boots by UEFI from an EFI partition; POWER machines have none.</summary>
    public static bool NeedsEfiPartition(Machine machine) => IsUefi(machine) && Architecture(machine) != "ppc64el";

    /// <summary>Whether a layout gives the machine a boot partition that nobody asked for: ARM without UEFI.</summary>
    public static bool NeedsBootPartition(Machine machine) => !IsUefi(machine) && Architecture(machine) == "arm64";

    /// <summary>
    /// Bytes that MAAS keeps for the boot loader in each partition table: a PREP partition on POWER, what BIOS needs on PCs. Here it goes by
    /// how the machine booted last alone.
    /// </summary>
    public static long TableOverhead(Machine machine) => Architecture(machine) switch
    {
        "ppc64el" => Prep,
        "amd64" when machine.BiosBootMethod != Uefi => BiosGrub,
        _ => 0,
    };

    private static bool IsUefi(Machine machine) => KnownMethods.Contains(machine.BiosBootMethod)
        ? machine.BiosBootMethod == Uefi
        : machine is { PowerType: "ipmi", PowerBootType: "efi" };

    private static string Architecture(Machine machine) => machine.MainArchitecture is { Length: > 0 } name ? name : "amd64";
}
