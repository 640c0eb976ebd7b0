using System.Globalization;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Filters of texts.</summary>
internal static class TextFilters
{
    public static string Text(int line, object value) => PythonText.Write(line, value);

    public static string Capitalize(int line, object value) =>
        Text(line, value) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant() : "";

    public static string Title(int line, object value) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Text(line, value).ToLowerInvariant());

    public static string Trim(int line, object value, Arguments arguments) =>
        arguments.Allow("chars").Find(0, "chars") is string chars ? Text(line, value).Trim(chars.ToCharArray()) : Text(line, value).Trim();

    public static string Replace(int line, string text, Arguments arguments)
    {
        var old = arguments.Allow("old", "new").Text(0, "old");
        var replaced = old.Length == 0 ? text : text.Replace(old, arguments.Text(1, "new"), StringComparison.Ordinal);
        return replaced.Length <= OperationBudget.MostCharacters
            ? replaced
            : throw new TemplateException(line, "The text becomes too long.");
    }

    public static string Indent(int line, object value, Arguments arguments)
    {
        arguments.Allow("width", "first", "blank");
        var space = arguments.Find(0, "width") as string ?? new string(' ', (int)Math.Clamp(arguments.Number(0, "width", 4), 0, 1000));
        var lines = Text(line, value).Split('\n');
        var indentFirst = arguments.Flag(1, "first");
        var indentBlank = arguments.Flag(2, "blank");
        return string.Join('\n', lines.Select((text, i) => IsIndented(text, i) ? space + text : text));

        bool IsIndented(string text, int index) => index == 0 ? indentFirst : text.Length > 0 || indentBlank;
    }

    // RFC 3986 but for the slash, which Jinja2 leaves as it is; of a mapping, a query.
    public static string UrlEncode(int line, object value) => value switch
    {
        IReadOnlyDictionary<string, object> mapping =>
            string.Join('&', mapping.Select(p => $"{Query(p.Key)}={Query(Text(line, p.Value))}")),
        _ => Uri.EscapeDataString(Text(line, value)).Replace("%2F", "/", StringComparison.Ordinal),
    };

    public static string ToJson(int line, object value, Arguments arguments)
    {
        var width = arguments.Allow("indent").Number(0, "indent", 0);
        if (width > 0)
            throw new TemplateException(line, "tojson with indent is not supported.");
        return PythonJson.Write(line, value);
    }

    private static string Query(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
