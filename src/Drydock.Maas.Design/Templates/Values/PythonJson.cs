using System.Globalization;
using System.Text;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Values as JSON, as Python writes it: keys sorted, and nothing in it that HTML could take for its own.</summary>
internal static class PythonJson
{
    public static string Write(int line, object value) => value switch
    {
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        NoneValue => "null",
        IReadOnlyDictionary<string, object> mapping =>
            $"{{{string.Join(", ", Sorted(mapping).Select(p => $"{Quoted(p.Key)}: {Write(line, p.Value)}"))}}}",
        IReadOnlyList<object> list => $"[{string.Join(", ", list.Select(i => Write(line, i)))}]",
        _ => PythonText.Write(line, value),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or > '~' or '<' or '>' or '&' or '\'' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static IEnumerable<KeyValuePair<string, object>> Sorted(IReadOnlyDictionary<string, object> mapping) =>
        mapping.OrderBy(p => p.Key, StringComparer.Ordinal);
}
