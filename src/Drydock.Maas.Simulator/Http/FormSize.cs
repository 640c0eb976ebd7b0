using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Sizes as MAAS's forms take them: bytes, or a whole number with K, M, G, T, P, E (powers of 1000).</summary>
internal static partial class FormSize
{
    private const string Units = "KMGTPE";

    /// <summary>The size in bytes, or so many percent of the whole, where forms take that; null when the text is neither.</summary>
    public static long? Parse(string text, long whole) =>
        Percentage().IsMatch(text)
            ? (long)Math.Ceiling(whole * decimal.Parse(text[..^1], CultureInfo.InvariantCulture) / 100)
            : ParseBytes(text);

    /// <summary>The size in bytes; null when the text is none.</summary>
    public static long? ParseBytes(string text)
    {
        if (!Bytes().IsMatch(text))
            return null;
        var unit = Units.IndexOf(char.ToUpperInvariant(text[^1]), StringComparison.Ordinal);
        if (!decimal.TryParse(unit >= 0 ? text[..^1] : text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        for (var i = 0; i <= unit && number <= long.MaxValue; i++)
            number *= 1000;
        return (long)Math.Clamp(number, long.MinValue, long.MaxValue);
    }

    [GeneratedRegex("^-?[0-9]+[KkMmGgTtPpEe]?$")]
    private static partial Regex Bytes();

    [GeneratedRegex("^[0-9]{1,9}(\\.[0-9]{1,9})?%$")]
    private static partial Regex Percentage();
}
