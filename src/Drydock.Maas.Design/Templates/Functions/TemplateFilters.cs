using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Jinja2's filters that boot actions have use for.</summary>
internal static class TemplateFilters
{
    private static readonly Dictionary<string, Func<int, object, Arguments, object>> All = new(StringComparer.Ordinal)
    {
        ["abs"] = (line, v, a) => NumberFilters.Absolute(line, v),
        ["capitalize"] = (line, v, a) => TextFilters.Capitalize(line, v),
        ["count"] = (line, v, a) => ListFilters.Length(line, v),
        ["d"] = Default,
        ["default"] = Default,
        ["dictsort"] = (line, v, a) => ListFilters.SortedPairs(line, v),
        ["first"] = (line, v, a) => ListFilters.First(line, v),
        ["float"] = (line, v, a) => NumberFilters.Float(line, v),
        ["indent"] = TextFilters.Indent,
        ["int"] = NumberFilters.Int,
        ["items"] = (line, v, a) => ListFilters.Pairs(line, v),
        ["join"] = ListFilters.Join,
        ["last"] = (line, v, a) => ListFilters.Last(line, v),
        ["length"] = (line, v, a) => ListFilters.Length(line, v),
        ["list"] = (line, v, a) => PythonValues.Items(line, v).ToList(),
        ["lower"] = (line, v, a) => TextFilters.Text(line, v).ToLowerInvariant(),
        ["map"] = ListFilters.Map,
        ["max"] = (line, v, a) => ListFilters.Most(line, v),
        ["min"] = (line, v, a) => ListFilters.Least(line, v),
        ["replace"] = (line, v, a) => TextFilters.Replace(line, TextFilters.Text(line, v), a),
        ["reverse"] = (line, v, a) => ListFilters.Reverse(line, v),
        ["sort"] = ListFilters.Sort,
        ["string"] = (line, v, a) => TextFilters.Text(line, v),
        ["sum"] = (line, v, a) => ListFilters.Sum(line, v),
        ["title"] = (line, v, a) => TextFilters.Title(line, v),
        ["tojson"] = TextFilters.ToJson,
        ["trim"] = TextFilters.Trim,
        ["unique"] = (line, v, a) => ListFilters.Unique(line, v),
        ["upper"] = (line, v, a) => TextFilters.Text(line, v).ToUpperInvariant(),
        ["urlencode"] = (line, v, a) => TextFilters.UrlEncode(line, v),
    };

    private static readonly HashSet<string> WithArguments =
        ["d", "default", "indent", "int", "join", "map", "replace", "sort", "tojson", "trim"];

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static object Apply(int line, object value, string name, Arguments arguments)
    {
        if (name is not ("default" or "d") && value is Undefined missing)
            throw new TemplateException(line, missing.Reason);
        if (!WithArguments.Contains(name))
            arguments.Allow();
        return All[name](line, value, arguments);
    }

    private static object Default(int line, object value, Arguments arguments)
    {
        arguments.Allow("default_value", "boolean");
        var isMissing = value is Undefined || (arguments.Flag(1, "boolean") && !PythonValues.IsTrue(line, value));
        return isMissing ? arguments.Find(0, "default_value") ?? "" : value;
    }
}
