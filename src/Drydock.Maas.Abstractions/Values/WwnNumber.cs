namespace Drydock.Maas.Values;

/// <summary>
/// The world wide name of a disk, however it is written: 0x5002538e40a1b2c3, naa.5002538E40A1B2C3, wwn-0x5002538e40a1b2c3, or the EUI of an
/// NVMe namespace, eui.0025385b71b0a1c2.
/// </summary>
/// <param name="Digits">Its hexadecimal digits, lower case.</param>
internal readonly record struct WwnNumber(string Digits)
{
    private static readonly string[] Prefixes = ["/dev/disk/by-id/", "wwn-", "nvme-", "scsi-3", "naa.", "eui.", "uuid.", "nvme.", "0x"];

    /// <summary>The name; null when the text is none of 16 or 32 digits.</summary>
    public static WwnNumber? Parse(string? text)
    {
        var rest = text?.Trim().ToLowerInvariant() ?? "";
        foreach (var prefix in Prefixes.Where(p => rest.StartsWith(p, StringComparison.Ordinal)))
            rest = rest[prefix.Length..];
        rest = rest.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        return rest.Length is 16 or 32 && rest.All(char.IsAsciiHexDigit) ? new(rest) : null;
    }

    /// <summary>The name as it is in /dev/disk/by-id.</summary>
    public override string ToString() => $"0x{Digits}";
}
