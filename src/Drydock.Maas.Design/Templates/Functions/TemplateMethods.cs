using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Methods of texts and mappings.</summary>
internal static class TemplateMethods
{
    public static object Call(int line, object value, string name, Arguments arguments) => value switch
    {
        Undefined missing => throw new TemplateException(line, missing.Reason),
        IReadOnlyDictionary<string, object> mapping => Mapping(line, mapping, name, arguments),
        string text => Text(line, text, name, arguments),
        _ => throw new TemplateException(line, $"{PythonValues.Kind(value)} has no method {name}."),
    };

    private static object Mapping(int line, IReadOnlyDictionary<string, object> mapping, string name, Arguments arguments) => name switch
    {
        "items" => new PairList(arguments.Allow() is null ? [] : mapping),
        "keys" => mapping.Keys.Cast<object>().ToList(),
        "values" => mapping.Values.ToList(),
        "get" => mapping.GetValueOrDefault(arguments.Allow("key", "default").Text(0, "key"))
            ?? arguments.Find(1, "default")
            ?? NoneValue.Instance,
        _ => throw new TemplateException(line, $"A mapping has no method {name}; there are items, keys, values and get."),
    };

    private static object Text(int line, string text, string name, Arguments arguments) => name switch
    {
        "upper" => text.ToUpperInvariant(),
        "lower" => text.ToLowerInvariant(),
        "strip" => Trim(text, arguments, (t, c) => t.Trim(c)),
        "lstrip" => Trim(text, arguments, (t, c) => t.TrimStart(c)),
        "rstrip" => Trim(text, arguments, (t, c) => t.TrimEnd(c)),
        "replace" => TextFilters.Replace(line, text, arguments),
        "startswith" => text.StartsWith(arguments.Allow("prefix").Text(0, "prefix"), StringComparison.Ordinal),
        "endswith" => text.EndsWith(arguments.Allow("suffix").Text(0, "suffix"), StringComparison.Ordinal),
        "split" => Split(line, text, arguments.Allow("sep", "maxsplit")),
        "join" => string.Join(
            text,
            PythonValues.Items(line, arguments.Allow("items").Require(0, "items")).Select(i => PythonText.Write(line, i))),
        _ => throw new TemplateException(
            line,
            $"A text has no method {name}; "
            + "there are upper, lower, strip, lstrip, rstrip, replace, startswith, endswith, split and join."),
    };

    // Without characters of its own, .NET's trimming takes white space as Python's does.
    private static string Trim(string text, Arguments arguments, Func<string, char[], string> trim) =>
        trim(text, arguments.Allow("chars").Find(0, "chars") is string chars ? chars.ToCharArray() : []);

    private static List<object> Split(int line, string text, Arguments arguments)
    {
        var most = arguments.Number(1, "maxsplit", -1);
        var count = most < 0 ? int.MaxValue : (int)Math.Min(most + 1, int.MaxValue);
        if (arguments.Find(0, "sep") is null or NoneValue)
            return [.. text.Split((char[]?)null, count, StringSplitOptions.RemoveEmptyEntries)];
        var separator = arguments.Text(0, "sep");
        return separator.Length == 0 ? throw new TemplateException(line, "split needs a separator.") : [.. text.Split(separator, count)];
    }
}
