using System.Globalization;

namespace Drydock.Maas.Values;

/// <summary>The place of a device on a bus: pci@0000:3b:00.0, scsi@2:0.0.0. That of a PCI device may lack its domain and have any case.</summary>
/// <param name="Bus">The bus, lower case.</param>
/// <param name="Place">Where on it, as lshw writes it.</param>
internal readonly record struct BusAddress(string Bus, string Place)
{
    private const string Pci = "pci";

    /// <summary>Whether it is on the PCI bus.</summary>
    public bool IsPci => Bus == Pci;

    /// <summary>The address of a bus and a place on it.</summary>
    public static BusAddress Create(string bus, string place)
    {
        var name = bus.Trim().ToLowerInvariant();
        var written = place.Trim().ToLowerInvariant();
        return new(name, name == Pci ? NormalizePci(written) ?? written : written);
    }

    /// <summary>What lshw calls businfo, for example pci@0000:3b:00.0; null when it is none.</summary>
    public static BusAddress? Parse(string? businfo) =>
        businfo?.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? Create(businfo[..at], businfo[(at + 1)..]) : null;

    /// <summary>0000:3b:00.0 for 3B:0.0 and the like; null for what is no place on the PCI bus.</summary>
    public static string? NormalizePci(string text)
    {
        var parts = text.Trim().Split(':');
        var slot = parts[^1].Split('.');
        return parts.Length is 2 or 3 && slot.Length == 2
            && Number(parts.Length == 3 ? parts[0] : "0", 0xffffffff) is { } domain
            && Number(parts[^2], 0xff) is { } bus && Number(slot[0], 0x1f) is { } device && Number(slot[1], 7) is { } function
            ? string.Create(CultureInfo.InvariantCulture, $"{domain:x4}:{bus:x2}:{device:x2}.{function:x}")
            : null;
    }

    /// <summary>The address as lshw writes it.</summary>
    public override string ToString() => $"{Bus}@{Place}";

    private static uint? Number(string digits, uint largest) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number <= largest ? number : null;
}
