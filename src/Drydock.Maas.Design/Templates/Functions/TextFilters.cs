using System.Text.RegularExpressions;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Filters of texts.</summary>
internal static partial class TextFilters
{
    private const int WidestIndent = 1000;

    /// <summary>A value as text, which a filter then reads.</summary>
    public static string Text(object value, Arguments arguments)
    {
        var text = PythonText.Write(value, arguments.Budget);
        arguments.Budget.SpendText(text.Length);
        return text;
    }

    public static string Capitalize(string text) =>
        text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    // Words begin after white space, hyphens and opening brackets, and nowhere else.
    public static string Title(string text) => Word().Replace(text, word => Capitalize(word.Value));

    /// <summary>Without the characters at both ends; without white space where none are given.</summary>
    public static string Strip(string text, Arguments arguments) => StripStart(StripEnd(text, arguments), arguments);

    public static string StripStart(string text, Arguments arguments) => text.TrimStart(Characters(arguments));

    public static string StripEnd(string text, Arguments arguments) => text.TrimEnd(Characters(arguments));

    public static string Replace(string text, Arguments arguments)
    {
        var (old, with) = (arguments.Text("old"), arguments.Text("new"));
        var (at, left) = (0, arguments.Number("count", -1));
        if (old.Length == 0)
            return Interleave(text, with, left, arguments.Budget);
        var replaced = new BoundedText(arguments.Budget);
        for (int found; left != 0 && (found = text.IndexOf(old, at, StringComparison.Ordinal)) >= 0; left--)
        {
            replaced.Append(text[at..found]).Append(with);
            at = found + old.Length;
        }

        return replaced.Append(text[at..]).ToString();
    }

    public static object Indent(object value, Arguments arguments)
    {
        var space = arguments.Find("width") as string ?? new string(' ', (int)Math.Clamp(arguments.Number("width", 4), 0, WidestIndent));
        var indentBlank = arguments.Flag("blank");
        var lines = LineEnd().Split(Text(value, arguments))
            .Select((line, i) => i > 0 && (line.Length > 0 || indentBlank) ? space + line : line);
        return new BoundedText(arguments.Budget).Append(arguments.Flag("first") ? space : "").AppendJoined("\n", lines).ToString();
    }

    // RFC 3986 but for the slash, which Jinja2 leaves as it is; of a mapping or of pairs, a query.
    public static object UrlEncode(object value, Arguments arguments)
    {
        return value switch
        {
            IReadOnlyDictionary<string, object> mapping => Query(new MappingItems(mapping)),
            IReadOnlyList<object> pairs => Query(pairs),
            _ => Uri.EscapeDataString(Text(value, arguments)).Replace("%2F", "/", StringComparison.Ordinal),
        };

        string Query(IReadOnlyList<object> pairs) =>
            new BoundedText(arguments.Budget).AppendJoined("&", pairs.Select(p => $"{Part(p, 0)}={Part(p, 1)}")).ToString();

        string Part(object pair, int index) => PythonValues.Items(pair, arguments.Budget) is { Count: 2 } parts
            ? Uri.EscapeDataString(Text(parts[index], arguments)).Replace("%20", "+", StringComparison.Ordinal)
            : throw new TemplateException("urlencode takes a text, a mapping, or a list of pairs.");
    }

    public static object ToJson(object value, Arguments arguments)
    {
        var indent = arguments.Number("indent", -1);
        return PythonJson.Write(value, indent < 0 ? null : (int)Math.Min(indent, WidestIndent), arguments.Budget);
    }

    // As Python finds an empty text: before every character and at the end.
    private static string Interleave(string text, string with, long most, RenderBudget budget)
    {
        var characters = PythonValues.Characters(text, budget);
        var interleaved = new BoundedText(budget);
        for (var i = 0; i <= characters.Count; i++)
            interleaved.Append(most < 0 || i < most ? with : "").Append(i < characters.Count ? (string)characters[i] : "");
        return interleaved.ToString();
    }

    // Without characters of its own, .NET's trimming takes white space as Python's does.
    private static char[] Characters(Arguments arguments) =>
        arguments.Find("chars") is null or NoneValue ? [] : arguments.Text("chars").ToCharArray();

    [GeneratedRegex(@"[^-\s({\[<]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")]
    private static partial Regex LineEnd();
}
