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
        DateTime time => time.TimeOfDay == TimeSpan.Zero ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var text => Quote((string)text),
    };

    private static string Show(double real)
    {
        if (double.IsNaN(real) || double.IsInfinity(real))
            return double.IsNaN(real) ? "nan" : real > 0 ? "inf" : "-inf";
        var size = Math.Abs(real);
        if (size != 0 && (size < 1e-4 || size >= 1e16))
            return real.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e+", StringComparison.Ordinal).Replace("E-", "e-", StringComparison.Ordinal);
        var text = ((decimal)real).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
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
