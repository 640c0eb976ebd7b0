using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>What a machine's firmware boots from.</summary>
internal static class Firmware
{
    /// <summary>Where the EFI file system is mounted.</summary>
    public const string EfiPlace = "/boot/efi";

    /// <summary>Whether the machine boots by UEFI, not by BIOS.</summary>
    public static bool IsUefi(Machine machine) => machine.BiosBootMethod == "uefi";
}
