using System.Globalization;

namespace Drydock.Maas.Values;

/// <summary>A MAC address as a number of 48 bits, so that 52:54:00:AA:BB:01, 52-54-00-aa-bb-01 and 5254.00aa.bb01 are one.</summary>
/// <param name="Value">The number.</param>
internal readonly record struct MacNumber(ulong Value)
{
    /// <summary>
    /// The address, or null when the text is none: six pairs parted by colons, dashes or dots, three fours parted by dots, or twelve digits;
    /// behind a colon or dash a leading zero may be missing.
    /// </summary>
    public static MacNumber? Parse(string? text)
    {
        var written = text?.Trim() ?? "";
        var mark = written.IndexOfAny([':', '-', '.']) is >= 0 and var at ? written[at] : (char?)null;
        string[] parts = mark is { } by ? written.Split(by) : [written];
        var isRight = (parts.Length, mark) switch
        {
            (6, '.') => Array.TrueForAll(parts, p => p.Length == 2),
            (6, not null) => Array.TrueForAll(parts, p => p.Length is 1 or 2),
            (3, '.') => Array.TrueForAll(parts, p => p.Length == 4),
            (1, null) => written.Length == 12,
            _ => false,
        };
        var digits = string.Concat(parts.Select(p => p.PadLeft(2, '0')));
        return isRight && digits.All(char.IsAsciiHexDigit)
            ? new(ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>A text that should be a MAC address.</summary>
    public static Written<MacNumber> Read(string? text) => new(text, Parse(text));

    /// <summary>A MAC address as MAAS writes it; another text stays, for MAAS to refuse.</summary>
    public static string Normalize(string text) => Parse(text)?.ToString() ?? text;

    /// <summary>The address as MAAS writes it: six pairs in lower case, parted by colons.</summary>
    public override string ToString()
    {
        var digits = Value.ToString("x12", CultureInfo.InvariantCulture);
        return string.Join(':', Enumerable.Range(0, 6).Select(i => digits.Substring(2 * i, 2)));
    }
}
