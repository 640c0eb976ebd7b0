using System.Globalization;
using System.Text;

namespace Drydock.Maas.Values;

/// <summary>Numbers and texts as Python writes them.</summary>
internal static class PythonLiteral
{
    /// <summary>A fraction as Python's repr() writes it: 1e-05, 0.0001, 1e+16, 1.0.</summary>
    public static string Number(double real)
    {
        if (double.IsNaN(real) || double.IsInfinity(real))
            return double.IsNaN(real) ? "nan" : real > 0 ? "inf" : "-inf";
        if (real == 0)
            return double.IsNegative(real) ? "-0.0" : "0.0";
        // The shortest digits that give the number again; "R" alone switches to exponents elsewhere than Python.
        var shortest = real.ToString("R", CultureInfo.InvariantCulture);
        if (Math.Abs(real) is < 1e-4 or >= 1e16)
            return shortest.Contains('E', StringComparison.Ordinal) ? shortest.Replace('E', 'e') : Exponent(shortest);
        var text = decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    /// <summary>A text in quotes; what cannot be printed is escaped.</summary>
    public static string Quote(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var character in text.EnumerateRunes())
        {
            var escaped = character.Value switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var c when c == quote => "\\" + quote,
                var c when !IsPrintable(character) => string.Create(
                    CultureInfo.InvariantCulture, $"\\{(c <= 0xff ? $"x{c:x2}" : c <= 0xffff ? $"u{c:x4}" : $"U{c:x8}")}"),
                _ => null,
            };
            _ = escaped is null && character.IsBmp ? result.Append((char)character.Value) : result.Append(escaped ?? character.ToString());
        }

        return result.Append(quote).ToString();
    }

    private static bool IsPrintable(Rune character) => character.Value == ' ' || Rune.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);

    private static string Exponent(string whole)
    {
        var sign = whole.StartsWith('-') ? "-" : "";
        var digits = whole[sign.Length..];
        var mantissa = digits.TrimEnd('0');
        var fraction = mantissa.Length > 1 ? "." + mantissa[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa[0]}{fraction}e+{digits.Length - 1}");
    }
}
