using System.Globalization;

namespace Drydock.Maas.Design.BootActions.Templates;

/// <summary>Jinja2's filters that boot actions have use for.</summary>
internal static class TemplateFilters
{
    private static readonly Dictionary<string, Func<int, object, Arguments, object>> All = new(StringComparer.Ordinal)
    {
        ["abs"] = (line, v, a) => v is double d ? Math.Abs(d) : (object)Math.Abs(Arithmetic.Whole(line, v)),
        ["capitalize"] = (line, v, a) => Text(line, v) is { Length: > 0 } t ? char.ToUpperInvariant(t[0]) + t[1..].ToLowerInvariant() : "",
        ["count"] = (line, v, a) => Length(line, v),
        ["d"] = Default,
        ["default"] = Default,
        ["dictsort"] = (line, v, a) => DictSort(line, v),
        ["first"] = (line, v, a) => PythonValues.Items(line, v).FirstOrDefault() ?? NoItem(),
        ["float"] = (line, v, a) => double.TryParse(Text(line, v), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : throw NoNumber(line, v),
        ["indent"] = Indent,
        ["int"] = Int,
        ["items"] = (line, v, a) => v is IReadOnlyDictionary<string, object> m ? new PairList(m) : throw new TemplateException(line, "Only a mapping has items."),
        ["join"] = Join,
        ["last"] = (line, v, a) => PythonValues.Items(line, v).LastOrDefault() ?? NoItem(),
        ["length"] = (line, v, a) => Length(line, v),
        ["list"] = (line, v, a) => PythonValues.Items(line, v).ToList(),
        ["lower"] = (line, v, a) => Text(line, v).ToLowerInvariant(),
        ["map"] = Map,
        ["max"] = (line, v, a) => Sorted(line, PythonValues.Items(line, v)).LastOrDefault() ?? NoItem(),
        ["min"] = (line, v, a) => Sorted(line, PythonValues.Items(line, v)).FirstOrDefault() ?? NoItem(),
        ["replace"] = (line, v, a) => Replace(line, Text(line, v), a),
        ["reverse"] = (line, v, a) => v is string t ? new string([.. t.Reverse()]) : PythonValues.Items(line, v).Reverse().ToList(),
        ["sort"] = Sort,
        ["string"] = (line, v, a) => Text(line, v),
        ["sum"] = (line, v, a) => PythonValues.Items(line, v).Aggregate((object)0L, (x, y) => Arithmetic.Of(line, "+", x, y)),
        ["title"] = (line, v, a) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Text(line, v).ToLowerInvariant()),
        ["tojson"] = ToJson,
        ["trim"] = (line, v, a) => a.Allow("chars").Find(0, "chars") is string chars ? Text(line, v).Trim(chars.ToCharArray()) : Text(line, v).Trim(),
        ["unique"] = (line, v, a) => PythonValues.Items(line, v).DistinctBy(i => i is string t ? t.ToLowerInvariant() : i).ToList(),
        ["upper"] = (line, v, a) => Text(line, v).ToUpperInvariant(),
        ["urlencode"] = UrlEncode,
    };

    private static readonly HashSet<string> WithArguments = ["d", "default", "indent", "int", "join", "map", "replace", "sort", "tojson", "trim"];

    private static Undefined NoItem() => new("The list is empty, so it has no such item.", IsName: false);

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static object Apply(int line, object value, string name, Arguments arguments)
    {
        if (name is not ("default" or "d") && value is Undefined missing)
            throw new TemplateException(line, missing.Reason);
        if (!WithArguments.Contains(name))
            arguments.Allow();
        return All[name](line, value, arguments);
    }

    public static string Replace(int line, string text, Arguments arguments)
    {
        var old = arguments.Allow("old", "new").Text(0, "old");
        var replaced = old.Length == 0 ? text : text.Replace(old, arguments.Text(1, "new"), StringComparison.Ordinal);
        return replaced.Length <= OperationBudget.MostCharacters ? replaced : throw new TemplateException(line, "The text becomes too long.");
    }

    private static object Default(int line, object value, Arguments arguments)
    {
        arguments.Allow("default_value", "boolean");
        var isMissing = value is Undefined || (arguments.Flag(1, "boolean") && !PythonValues.IsTrue(line, value));
        return isMissing ? arguments.Find(0, "default_value") ?? "" : value;
    }

    private static object Int(int line, object value, Arguments arguments)
    {
        arguments.Allow("default");
        return value switch
        {
            long number => number,
            bool flag => flag ? 1L : 0L,
            double number when Math.Abs(number) < 1e15 => (long)number,
            string text when long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => arguments.Find(0, "default") ?? throw NoNumber(line, value),
        };
    }

    private static string Join(int line, object value, Arguments arguments)
    {
        var separator = arguments.Allow("d", "attribute").Text(0, "d", "");
        var items = PythonValues.Items(line, value);
        if (arguments.Find(1, "attribute") is { } attribute)
            items = items.Select(i => PythonValues.Member(line, i, attribute));
        return string.Join(separator, items.Select(i => PythonText.Write(line, i)));
    }

    private static List<object> Map(int line, object value, Arguments arguments)
    {
        arguments.Allow("filter", "attribute");
        var items = PythonValues.Items(line, value);
        if (arguments.Find(1, "attribute") is { } attribute)
            return items.Select(i => PythonValues.Member(line, i, attribute)).ToList();
        var filter = arguments.Text(0, "filter");
        return All.ContainsKey(filter)
            ? items.Select(i => Apply(line, i, filter, new Arguments(line, filter, [], 0))).ToList()
            : throw new TemplateException(line, $"There is no filter {filter}.");
    }

    private static List<object> Sort(int line, object value, Arguments arguments)
    {
        var isReversed = arguments.Allow("reverse", "case_sensitive").Flag(0, "reverse");
        var sorted = arguments.Flag(1, "case_sensitive")
            ? Sorted(line, PythonValues.Items(line, value))
            : [.. PythonValues.Items(line, value).OrderBy(i => i is string t ? t.ToLowerInvariant() : i, Comparer<object>.Create((x, y) => PythonValues.Order(line, x, y)))];
        if (isReversed)
            sorted.Reverse();
        return sorted;
    }

    private static List<object> Sorted(int line, IEnumerable<object> items) =>
        [.. items.Order(Comparer<object>.Create((x, y) => PythonValues.Order(line, x, y)))];

    private static PairList DictSort(int line, object value) => value is IReadOnlyDictionary<string, object> mapping
        ? new PairList(mapping.OrderBy(p => p.Key.ToLowerInvariant(), StringComparer.Ordinal))
        : throw new TemplateException(line, "Only a mapping can be sorted by its keys.");

    private static long Length(int line, object value) => value is string text ? text.Length : PythonValues.Items(line, value).Count();

    private static string Indent(int line, object value, Arguments arguments)
    {
        arguments.Allow("width", "first", "blank");
        var space = arguments.Find(0, "width") as string ?? new string(' ', (int)Math.Clamp(arguments.Number(0, "width", 4), 0, 1000));
        var lines = Text(line, value).Split('\n');
        var indentFirst = arguments.Flag(1, "first");
        var indentBlank = arguments.Flag(2, "blank");
        return string.Join('\n', lines.Select((l, i) => i == 0 ? (indentFirst ? space + l : l) : l.Length > 0 || indentBlank ? space + l : l));
    }

    // RFC 3986 but for the slash, which Jinja2 leaves as it is; of a mapping, a query.
    private static string UrlEncode(int line, object value, Arguments arguments) => value switch
    {
        IReadOnlyDictionary<string, object> mapping => string.Join('&', mapping.Select(p => $"{Query(p.Key)}={Query(PythonText.Write(line, p.Value))}")),
        _ => Uri.EscapeDataString(Text(line, value)).Replace("%2F", "/", StringComparison.Ordinal),
    };

    private static string Query(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static string ToJson(int line, object value, Arguments arguments)
    {
        var width = arguments.Allow("indent").Number(0, "indent", 0);
        if (width > 0)
            throw new TemplateException(line, "tojson with indent is not supported.");
        return PythonJson.Write(line, value);
    }

    private static string Text(int line, object value) => PythonText.Write(line, value);

    private static TemplateException NoNumber(int line, object value) =>
        new(line, value is string text ? $"\"{text}\" is no number; int and float can be given a default." : $"{PythonValues.Kind(value)} is no number.");
}
