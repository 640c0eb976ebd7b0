using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Values;

/// <summary>
/// A size as designs write it: 20g, 500MiB, 40%, &gt;10g. Units with an i are powers of 1024, the others of 1000. Drydock reads upper and lower
/// case of m, g and t alike, and so is all of it read here.
/// </summary>
/// <param name="Bytes">Absolute size in bytes; null for a percentage.</param>
/// <param name="Percent">Percentage of the disk or volume group; null for an absolute size.</param>
/// <param name="TakesRest">Whether it is a minimum, and all that is left is wanted.</param>
internal sealed partial record StorageSize(decimal? Bytes, long? Percent, bool TakesRest)
{
    /// <summary>How sizes are written, for people.</summary>
    public const string Grammar =
        "Write a whole number with m, g, t (powers of 1000), mi, gi, ti (powers of 1024) or %, with > in front for a minimum.";

    /// <summary>The size, or null when the text is none; negative ones are read, to be told from what is no size.</summary>
    public static StorageSize? Parse(string? text)
    {
        var match = Pattern().Match(text?.Trim() ?? "");
        if (!long.TryParse(match.Groups["number"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        var rest = match.Groups["rest"].Success;
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        if (unit == "%")
            return new(null, number, rest);
        // What no long holds, no disk holds either.
        var factor = GetBytes(unit);
        return Math.Abs((decimal)number) <= long.MaxValue / factor ? new(number * factor, null, rest) : null;
    }

    /// <summary>Whether it is below nothing, which no size is.</summary>
    public bool IsNegative => (Percent ?? Bytes) < 0;

    /// <summary>Whether there is nothing to be had: 0 or 0%, and no minimum.</summary>
    public bool IsNothing => (Percent ?? Bytes) == 0 && !TakesRest;

    /// <summary>The size, or minimum, that MAAS makes of it within a whole of so many bytes.</summary>
    public long CutBytes(long whole) => StorageExtent.Cut(ResolveBytes(whole));

    /// <summary>The size, or minimum, in bytes within a whole of so many bytes.</summary>
    public long ResolveBytes(long whole) => Percent is { } percent ? (long)Math.Floor(whole * (decimal)percent / 100) : (long)Bytes!.Value;

    private static decimal GetBytes(string unit)
    {
        var isBinary = unit.Contains('i', StringComparison.Ordinal);
        return unit[0] switch
        {
            'm' => isBinary ? 1L << 20 : 1_000_000,
            'g' => isBinary ? 1L << 30 : 1_000_000_000,
            _ => isBinary ? 1L << 40 : 1_000_000_000_000,
        };
    }

    [GeneratedRegex("^(?<rest>>)?(?<number>-?[0-9]+)(?<unit>[mgt](?:i?b?)|%)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
