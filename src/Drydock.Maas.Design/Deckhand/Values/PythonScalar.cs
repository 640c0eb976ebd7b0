using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>Scalars as the engine sees them: YAML 1.1, as PyYAML resolves it.</summary>
internal static partial class PythonScalar
{
    private const int MaxDigits = 4300;

    public static object? Resolve(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
            return scalar.Text;
        if (scalar.IsNull)
            return null;
        if (scalar.AsBoolean is { } boolean)
            return boolean;
        var text = scalar.Text;
        // Almost every plain scalar is a word.
        if (text.Length > MaxDigits || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.'))
            return text;
        if (Integer().IsMatch(text))
            return ParseInteger(text);
        if (Real().IsMatch(text))
            return ParseReal(text);
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return Time().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Universal, out var time)
            ? time.UtcDateTime
            : text;
    }

    public static bool AreEqual(object? left, object? right) => (Number(left), Number(right)) switch
    {
        ({ } one, { } other) => one.Equals(other),
        (null, null) => Equals(left, right),
        _ => false,
    };

    private static double? Number(object? value) => value switch
    {
        bool boolean => boolean ? 1 : 0,
        BigInteger integer => (double)integer,
        double real => real,
        _ => null,
    };

    private static BigInteger ParseInteger(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var isNegative = digits[0] == '-';
        digits = digits.TrimStart('+', '-');
        var value = digits switch
        {
            "0" => BigInteger.Zero,
            _ when digits.StartsWith("0b", StringComparison.Ordinal) => InBase(digits[2..], 2),
            _ when digits.StartsWith("0x", StringComparison.Ordinal) => InBase(digits[2..], 16),
            _ when digits.Contains(':', StringComparison.Ordinal) =>
                digits.Split(':').Aggregate(BigInteger.Zero, (sum, part) => (sum * 60) + int.Parse(part, CultureInfo.InvariantCulture)),
            ['0', ..] => InBase(digits, 8),
            _ => BigInteger.Parse(digits, CultureInfo.InvariantCulture),
        };
        return isNegative ? -value : value;
    }

    private static BigInteger InBase(string digits, int radix) =>
        digits.Aggregate(BigInteger.Zero, (value, digit) => (value * radix) + Convert.ToInt32(digit.ToString(), 16));

    private static double ParseReal(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        var sign = plain[0] == '-' ? -1 : 1;
        plain = plain.TrimStart('+', '-');
        return plain switch
        {
            ".inf" => sign * double.PositiveInfinity,
            ".nan" => double.NaN,
            _ when plain.Contains(':', StringComparison.Ordinal) =>
                sign * plain.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + double.Parse(part, CultureInfo.InvariantCulture)),
            _ => sign * double.Parse(plain, CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(
        @"^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|"
        + @"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Integer();

    [GeneratedRegex(
        @"^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|"
        + @"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Real();

    [GeneratedRegex(
        @"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)"
        + @"[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Time();
}
