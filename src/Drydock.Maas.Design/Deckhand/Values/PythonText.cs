using System.Globalization;
using System.Numerics;
using System.Text;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>Values as the engine writes them into a text: what Python's str() makes of them.</summary>
internal static class PythonText
{
    public static string Of(DataNode node) => node is DataScalar { Typed: string text } ? text : Show(node, 0);

    private static string Show(DataNode node, int depth)
    {
        if (depth > 100)
            return "...";
        return node switch
        {
            DataMap map => $"{{{string.Join(", ", map.Keys.Select(key => $"{Quote(key)}: {Show(map[key]!, depth + 1)}"))}}}",
            DataList list => $"[{string.Join(", ", list.Items.Select(item => Show(item, depth + 1)))}]",
            _ => Show(((DataScalar)node).Typed),
        };
    }

    private static string Show(object? value) => value switch
    {
        null => "None",
        bool boolean => boolean ? "True" : "False",
        BigInteger integer => integer.ToString(CultureInfo.InvariantCulture),
        double real => Show(real),
        DateTime time => time.ToString(
            time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var text => Quote((string)text),
    };

    private static string Show(double real)
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

    private static string Exponent(string whole)
    {
        var sign = whole.StartsWith('-') ? "-" : "";
        var digits = whole[sign.Length..];
        var mantissa = digits.TrimEnd('0');
        var fraction = mantissa.Length > 1 ? "." + mantissa[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa[0]}{fraction}e+{digits.Length - 1}");
    }

    private static string Quote(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var result = new StringBuilder().Append(quote);
        foreach (var character in text)
        {
            result.Append(character switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when character == quote => "\\" + quote,
                _ => character.ToString(),
            });
        }

        return result.Append(quote).ToString();
    }
}
