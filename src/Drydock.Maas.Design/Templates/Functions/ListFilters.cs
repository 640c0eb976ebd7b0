using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Filters of lists and mappings.</summary>
internal static class ListFilters
{
    public static object First(int line, object value) => PythonValues.Items(line, value).FirstOrDefault() ?? NoItem();

    public static object Last(int line, object value) => PythonValues.Items(line, value).LastOrDefault() ?? NoItem();

    public static object Least(int line, object value) => Sorted(line, PythonValues.Items(line, value)).FirstOrDefault() ?? NoItem();

    public static object Most(int line, object value) => Sorted(line, PythonValues.Items(line, value)).LastOrDefault() ?? NoItem();

    public static long Length(int line, object value) => value is string text ? text.Length : PythonValues.Items(line, value).Count();

    public static object Sum(int line, object value) =>
        PythonValues.Items(line, value).Aggregate((object)0L, (x, y) => Arithmetic.Of(line, "+", x, y));

    public static List<object> Unique(int line, object value) =>
        [.. PythonValues.Items(line, value).DistinctBy(i => i is string t ? t.ToLowerInvariant() : i)];

    public static object Reverse(int line, object value) =>
        value is string text ? new string([.. text.Reverse()]) : PythonValues.Items(line, value).Reverse().ToList();

    public static PairList Pairs(int line, object value) => value is IReadOnlyDictionary<string, object> mapping
        ? new PairList(mapping)
        : throw new TemplateException(line, "Only a mapping has items.");

    public static PairList SortedPairs(int line, object value) => value is IReadOnlyDictionary<string, object> mapping
        ? new PairList(mapping.OrderBy(p => p.Key.ToLowerInvariant(), StringComparer.Ordinal))
        : throw new TemplateException(line, "Only a mapping can be sorted by its keys.");

    public static string Join(int line, object value, Arguments arguments)
    {
        var separator = arguments.Allow("d", "attribute").Text(0, "d", "");
        var items = PythonValues.Items(line, value);
        if (arguments.Find(1, "attribute") is { } attribute)
            items = items.Select(i => PythonValues.Member(line, i, attribute));
        return string.Join(separator, items.Select(i => PythonText.Write(line, i)));
    }

    public static List<object> Map(int line, object value, Arguments arguments)
    {
        arguments.Allow("filter", "attribute");
        var items = PythonValues.Items(line, value);
        if (arguments.Find(1, "attribute") is { } attribute)
            return [.. items.Select(i => PythonValues.Member(line, i, attribute))];
        var filter = arguments.Text(0, "filter");
        return TemplateFilters.Names.Contains(filter)
            ? [.. items.Select(i => TemplateFilters.Apply(line, i, filter, new Arguments(line, filter, [], 0)))]
            : throw new TemplateException(line, $"There is no filter {filter}.");
    }

    public static List<object> Sort(int line, object value, Arguments arguments)
    {
        var isReversed = arguments.Allow("reverse", "case_sensitive").Flag(0, "reverse");
        var items = PythonValues.Items(line, value);
        List<object> sorted = arguments.Flag(1, "case_sensitive")
            ? Sorted(line, items)
            : [.. items.OrderBy(i => i is string t ? t.ToLowerInvariant() : i, Order(line))];
        if (isReversed)
            sorted.Reverse();
        return sorted;
    }

    private static List<object> Sorted(int line, IEnumerable<object> items) => [.. items.Order(Order(line))];

    private static Comparer<object> Order(int line) => Comparer<object>.Create((x, y) => PythonValues.Order(line, x, y));

    private static Undefined NoItem() => new("The list is empty, so it has no such item.", IsName: false);
}
