using System.Globalization;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Whole numbers as MAAS takes them in paths and specifiers: decimal, <c>0x…</c> or <c>0b…</c>.</summary>
internal static class IntegerText
{
    /// <summary>The number; null for a text that is none.</summary>
    public static int? Parse(string text)
    {
        text = text.Trim();
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return int.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        if (text.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
            return int.TryParse(text[2..], NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out var bits) ? bits : null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The number, or the 500 with which MAAS fails over a text that is none.</summary>
    public static int Require(string text) => Parse(text)
        ?? throw new ApiException(ApiResponse.Text(500, $"invalid literal for int() with base 10: '{text}'"));
}
