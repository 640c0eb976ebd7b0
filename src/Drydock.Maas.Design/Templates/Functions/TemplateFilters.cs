using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Jinja2's filters that boot actions have use for.</summary>
internal static class TemplateFilters
{
    private static readonly Dictionary<string, TemplateFunction> All = new(StringComparer.Ordinal)
    {
        ["abs"] = new((v, _) => NumberFilters.Absolute(v)),
        ["capitalize"] = new((v, a) => TextFilters.Capitalize(TextFilters.Text(v, a))),
        ["count"] = new((v, a) => PythonValues.Length(v, a.Budget)),
        ["d"] = new(Default, "default_value", "boolean"),
        ["default"] = new(Default, "default_value", "boolean"),
        ["dictsort"] = new(ListFilters.SortEntries, "case_sensitive", "by", "reverse"),
        ["first"] = new(ListFilters.First),
        ["float"] = new(NumberFilters.Float, "default"),
        ["indent"] = new(TextFilters.Indent, "width", "first", "blank"),
        ["int"] = new(NumberFilters.Int, "default", "base"),
        ["items"] = new((v, _) => ListFilters.Entries(v)),
        ["join"] = new(ListFilters.Join, "d", "attribute"),
        ["last"] = new(ListFilters.Last),
        ["length"] = new((v, a) => PythonValues.Length(v, a.Budget)),
        ["list"] = new((v, a) => PythonValues.Items(v, a.Budget).ToList()),
        ["lower"] = new((v, a) => TextFilters.Text(v, a).ToLowerInvariant()),
        ["max"] = new(ListFilters.Max, "case_sensitive", "attribute"),
        ["min"] = new(ListFilters.Min, "case_sensitive", "attribute"),
        ["replace"] = new((v, a) => TextFilters.Replace(TextFilters.Text(v, a), a), "old", "new", "count"),
        ["reverse"] = new(ListFilters.Reverse),
        ["sort"] = new(ListFilters.Sort, "reverse", "case_sensitive", "attribute"),
        ["string"] = new(TextFilters.Text),
        ["sum"] = new(ListFilters.Sum, "attribute", "start"),
        ["title"] = new((v, a) => TextFilters.Title(TextFilters.Text(v, a))),
        ["tojson"] = new(TextFilters.ToJson, "indent"),
        ["trim"] = new((v, a) => TextFilters.Strip(TextFilters.Text(v, a), a), "chars"),
        ["unique"] = new(ListFilters.Unique, "case_sensitive", "attribute"),
        ["upper"] = new((v, a) => TextFilters.Text(v, a).ToUpperInvariant()),
        ["urlencode"] = new(TextFilters.UrlEncode),
    };

    public static IReadOnlyCollection<string> Names { get; } = [.. All.Keys, "map"];

    public static object Apply(object value, string name, Arguments arguments)
    {
        if (name is not ("default" or "d") && value is Undefined missing)
            throw new TemplateException(missing.Reason);
        return name == "map" ? Map(value, arguments) : All[name].Call(value, arguments);
    }

    /// <summary>Another filter of each item, with what arguments are left, or a member of each.</summary>
    private static List<object> Map(object value, Arguments arguments)
    {
        var items = PythonValues.Items(value, arguments.Budget);
        if (arguments.Values.Count == 0)
            return ListFilters.MapMember(items, arguments.Bind("filter", "attribute", "default"));
        var filter = arguments.Values[0] as string ?? throw new TemplateException("The argument filter of map is a text.");
        return Names.Contains(filter)
            ? [.. items.Select(i => Apply(i, filter, arguments.Rest(filter)))]
            : throw new TemplateException($"There is no filter {filter}.");
    }

    private static object Default(object value, Arguments arguments)
    {
        var isMissing = value is Undefined || (arguments.Flag("boolean") && !PythonValues.IsTrue(value));
        return isMissing ? arguments.Find("default_value") ?? "" : value;
    }
}
