using System.Globalization;
using System.Numerics;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>Values as the engine writes them into a text: what Python's str() makes of them.</summary>
internal static class SubstitutedText
{
    public static string Write(DataNode node) => node is DataScalar { Typed: string text } ? text : Show(node, 0);

    private static string Show(DataNode node, int depth)
    {
        if (depth > 100)
            return "...";
        return node switch
        {
            DataMap map => $"{{{string.Join(", ", map.Keys.Select(key => $"{PythonLiteral.Quote(key)}: {Show(map[key]!, depth + 1)}"))}}}",
            DataList list => $"[{string.Join(", ", list.Items.Select(item => Show(item, depth + 1)))}]",
            _ => Show(((DataScalar)node).Typed),
        };
    }

    private static string Show(object? value) => value switch
    {
        null => "None",
        bool boolean => boolean ? "True" : "False",
        BigInteger integer => integer.ToString(CultureInfo.InvariantCulture),
        double real => PythonLiteral.Number(real),
        DateTime time => time.ToString(
            time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var text => PythonLiteral.Quote((string)text),
    };
}
