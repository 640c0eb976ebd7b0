using System.Globalization;
using System.Text;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Values as JSON, as Jinja2 has Python write it: keys sorted, and nothing in it that HTML could take for its own.</summary>
internal sealed class PythonJson(int? indent, RenderBudget budget)
{
    private readonly BoundedText _json = new(budget);

    /// <param name="value">What to write.</param>
    /// <param name="indent">Blanks a level, each item on a line of its own; null for all on one line.</param>
    /// <param name="budget">What the rendering may make.</param>
    public static string Write(object value, int? indent, RenderBudget budget)
    {
        var json = new PythonJson(indent, budget);
        json.Append(value, 1);
        return json._json.ToString();
    }

    private void Append(object value, int level)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> mapping:
                var sorted = mapping.OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
                AppendItems("{", sorted, "}", level, entry =>
                {
                    _json.Append(Quote(entry.Key)).Append(": ");
                    Append(entry.Value, level + 1);
                });
                break;
            case IReadOnlyList<object> list:
                AppendItems("[", list, "]", level, item => Append(item, level + 1));
                break;
            default:
                _json.Append(value switch
                {
                    string text => Quote(text),
                    bool flag => flag ? "true" : "false",
                    NoneValue => "null",
                    double number when !double.IsFinite(number) => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity",
                    _ => PythonText.Write(value, budget),
                });
                break;
        }
    }

    private void AppendItems<T>(string open, IReadOnlyList<T> items, string close, int level, Action<T> append)
    {
        budget.Enter();
        _json.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            _json.Append(i == 0 ? "" : indent is null ? ", " : ",").Append(Line(level));
            append(items[i]);
        }

        _json.Append(items.Count == 0 ? "" : Line(level - 1)).Append(close);
        budget.Leave();
    }

    private string Line(int level) => indent is null ? "" : "\n" + new string(' ', indent.Value * level);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            var escaped = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' or > '~' or '<' or '>' or '&' or '\'' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => null,
            };
            _ = escaped is null ? quoted.Append(c) : quoted.Append(escaped);
        }

        return quoted.Append('"').ToString();
    }
}
