using System.Globalization;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Filters that make numbers.</summary>
internal static class NumberFilters
{
    private const NumberStyles FloatStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private const double MostWhole = 9.2e18;

    public static object Absolute(object value)
    {
        if (value is double number)
            return Math.Abs(number);
        var whole = Arithmetic.ToWhole(value);
        return Arithmetic.Sign(isNegative: whole < 0, whole);
    }

    /// <summary>A fraction; what is no number becomes the default, 0.0 unless given.</summary>
    public static object Float(object value, Arguments arguments) => ToFloat(value) ?? arguments.Find("default") ?? 0.0;

    /// <summary>A whole number, cut where it has a fraction; what is no number becomes the default, 0 unless given.</summary>
    public static object Int(object value, Arguments arguments)
    {
        var given = arguments.Number("base", 10);
        if (value is string text && ToWhole(text, given) is { } whole)
            return whole;
        return ToFloat(value) switch
        {
            _ when value is long => value,
            null or double.NaN or double.PositiveInfinity or double.NegativeInfinity => arguments.Find("default") ?? 0L,
            >= MostWhole or <= -MostWhole => throw TooLarge(),
            { } number => (long)number,
        };
    }

    private static double? ToFloat(object value) => value switch
    {
        double number => number,
        long or bool => Arithmetic.ToWhole(value),
        string text when double.TryParse(Digits(text), FloatStyle, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static long? ToWhole(string text, long given)
    {
        var digits = Digits(text).ToLowerInvariant();
        var isNegative = digits.StartsWith('-');
        digits = digits.Length > 0 && digits[0] is '-' or '+' ? digits[1..] : digits;
        var prefix = given switch { 2 => "0b", 8 => "0o", 16 => "0x", _ => "none" };
        if (digits.StartsWith(prefix, StringComparison.Ordinal))
            digits = digits[2..];
        if (digits.Length == 0)
            return null;
        var number = 0L;
        foreach (var digit in digits.Select(GetDigit))
        {
            if (digit < 0 || digit >= given)
                return null;
            if (number > (long.MaxValue - digit) / given)
                throw TooLarge();
            number = (number * given) + digit;
        }

        return isNegative ? -number : number;
    }

    private static TemplateException TooLarge() => new("The number becomes too large.");

    private static int GetDigit(char c) => char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterLower(c) ? c - 'a' + 10 : -1;

    // An underscore may stand between two digits.
    private static string Digits(string text)
    {
        var trimmed = text.Trim();
        var isGrouped = trimmed.Length > 0 && trimmed[0] != '_' && trimmed[^1] != '_' && !trimmed.Contains("__", StringComparison.Ordinal);
        return isGrouped ? trimmed.Replace("_", "", StringComparison.Ordinal) : trimmed;
    }
}
