using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Yaml;

/// <summary>Resolves plain scalars as YAML 1.1 does; addresses and times (1:30, 52:54:00) stay text.</summary>
internal static partial class ScalarKinds
{
    public static YamlScalarKind Resolve(string plain)
    {
        if (plain.Length == 0)
            return YamlScalarKind.Null;
        return char.IsAsciiDigit(plain[0]) || plain[0] is '+' or '-' or '.' ? ClassifyNumber(plain) : ClassifyWord(plain);
    }

    /// <summary>The value of a whole number; null when no 32 bits hold it.</summary>
    public static int? Value(string integer)
    {
        var digits = integer.Replace("_", "", StringComparison.Ordinal);
        var isNegative = digits[0] == '-';
        digits = digits.TrimStart('+', '-');
        long value;
        if (digits.StartsWith("0x", StringComparison.Ordinal))
            value = long.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal)
                ? hexadecimal : long.MaxValue;
        else if (digits.StartsWith("0b", StringComparison.Ordinal))
            value = long.TryParse(digits[2..], NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out var binary)
                ? binary
                : long.MaxValue;
        else
            value = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
        return value is >= 0 and <= int.MaxValue ? (int)(isNegative ? -value : value) : null;
    }

    /// <summary>Whether YAML 1.1 reads the digits as octal, which nobody means.</summary>
    public static bool IsOctal(string integer) => Octal().IsMatch(integer);

    private static YamlScalarKind ClassifyWord(string text) => text switch
    {
        "~" or "null" or "Null" or "NULL" => YamlScalarKind.Null,
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => YamlScalarKind.Boolean,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => YamlScalarKind.Boolean,
        _ => YamlScalarKind.Text,
    };

    private static YamlScalarKind ClassifyNumber(string text)
    {
        if (Integer().IsMatch(text))
            return YamlScalarKind.Integer;
        return Float().IsMatch(text) ? YamlScalarKind.Float : YamlScalarKind.Text;
    }

    [GeneratedRegex(@"^[-+]?(0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+)\z")]
    private static partial Regex Integer();

    [GeneratedRegex(
        @"^([-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?|\.[0-9][0-9_]*([eE][-+][0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex Float();

    [GeneratedRegex(@"^[-+]?0[0-7_]+\z")]
    private static partial Regex Octal();
}
