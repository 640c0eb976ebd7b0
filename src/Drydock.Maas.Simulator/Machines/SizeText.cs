using System.Globalization;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Sizes as MAAS's forms take them: bytes, or a number with K, M, G, T, P, E (powers of 1000) or %.</summary>
internal static class SizeText
{
    private const string Units = "KMGTPE";

    /// <summary>The size in bytes; null when the text is none.</summary>
    public static long? Parse(string text, long whole)
    {
        var trimmed = text.Trim().ToUpperInvariant();
        if (trimmed.EndsWith('B'))
            trimmed = trimmed[..^1];
        if (trimmed.Length == 0)
            return null;
        var unit = Units.IndexOf(trimmed[^1], StringComparison.Ordinal);
        var isPercent = trimmed[^1] == '%';
        var digits = unit >= 0 || isPercent ? trimmed[..^1] : trimmed;
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        if (isPercent)
            return (long)(whole * number / 100);
        for (var i = 0; i <= unit; i++)
            number *= 1000;
        return number <= long.MaxValue ? (long)number : null;
    }
}
