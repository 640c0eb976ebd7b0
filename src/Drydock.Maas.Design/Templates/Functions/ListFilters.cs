using System.Globalization;
using System.Runtime.ExceptionServices;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Filters of lists and mappings.</summary>
internal static class ListFilters
{
    public static object First(object value, Arguments arguments) => Ends(value, arguments) is { Count: > 0 } items ? items[0] : NoItem();

    public static object Last(object value, Arguments arguments) => Ends(value, arguments) is { Count: > 0 } items ? items[^1] : NoItem();

    public static object Min(object value, Arguments arguments) => Extreme(value, arguments, sign: 1);

    public static object Max(object value, Arguments arguments) => Extreme(value, arguments, sign: -1);

    public static object Sum(object value, Arguments arguments) => PythonValues.Items(value, arguments.Budget)
        .Select(Attribute(arguments))
        .Aggregate(arguments.Find("start") ?? 0L, (sum, item) => Arithmetic.Calculate("+", sum, item, arguments.Budget));

    public static object Unique(object value, Arguments arguments) =>
        PythonValues.Items(value, arguments.Budget).DistinctBy(SortKey(arguments), new PythonComparison(arguments.Budget)).ToList();

    public static object Reverse(object value, Arguments arguments)
    {
        var items = PythonValues.Items(value, arguments.Budget).Reverse();
        return value is string ? string.Concat(items) : items.ToList();
    }

    public static MappingItems Entries(object value) => new(Mapping(value, "Only a mapping has items."));

    public static object SortEntries(object value, Arguments arguments)
    {
        var isByValue = arguments.Text("by", "key") switch
        {
            "key" => false,
            "value" => true,
            var other => throw new TemplateException($"dictsort sorts by key or value, not by {other}."),
        };
        var entries = Mapping(value, "Only a mapping can be sorted by its keys.").Select(p => (object)new PythonTuple([p.Key, p.Value]));
        return Sort(entries, e => ((PythonTuple)e)[isByValue ? 1 : 0], arguments);
    }

    public static object Join(object value, Arguments arguments)
    {
        var separator = PythonText.Write(arguments.Find("d") ?? "", arguments.Budget);
        var items = PythonValues.Items(value, arguments.Budget).Select(Attribute(arguments));
        return new BoundedText(arguments.Budget)
            .AppendJoined(separator, items.Select(i => PythonText.Write(i, arguments.Budget)))
            .ToString();
    }

    public static List<object> MapMember(IReadOnlyList<object> items, Arguments arguments)
    {
        _ = arguments.Require("attribute");
        var attribute = Attribute(arguments);
        return [.. items.Select(i => attribute(i) is var found and not Undefined ? found : arguments.Find("default") ?? attribute(i))];
    }

    public static object Sort(object value, Arguments arguments) =>
        Sort(PythonValues.Items(value, arguments.Budget), Attribute(arguments), arguments);

    private static IReadOnlyList<object> Ends(object value, Arguments arguments) =>
        value as IReadOnlyList<object> ?? PythonValues.Items(value, arguments.Budget);

    private static List<object> Sort(IEnumerable<object> items, Func<object, object> key, Arguments arguments)
    {
        var order = new PythonComparison(arguments.Budget);
        Func<object, object> lowered = arguments.Flag("case_sensitive") ? key : i => Lower(key(i));
        try
        {
            return [.. arguments.Flag("reverse") ? items.OrderByDescending(lowered, order) : items.OrderBy(lowered, order)];
        }
        catch (InvalidOperationException e) when (e.InnerException is TemplateException or OperationCanceledException)
        {
            // Sorting wraps what comparing throws.
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }
    }

    private static object Extreme(object value, Arguments arguments, int sign)
    {
        var order = new PythonComparison(arguments.Budget);
        var (key, items) = (SortKey(arguments), PythonValues.Items(value, arguments.Budget));
        return items.Count == 0 ? NoItem() : items.Aggregate((best, item) => order.Compare(key(item), key(best)) * sign < 0 ? item : best);
    }

    private static Func<object, object> SortKey(Arguments arguments)
    {
        var (attribute, isSensitive) = (Attribute(arguments), arguments.Flag("case_sensitive"));
        return item => isSensitive ? attribute(item) : Lower(attribute(item));
    }

    /// <summary>The member that the argument attribute names, a.b.0, or the item itself.</summary>
    private static Func<object, object> Attribute(Arguments arguments)
    {
        var attribute = arguments.Find("attribute");
        if (attribute is null or NoneValue)
            return item => item;
        if (attribute is not string path)
            return item => PythonValues.Member(item, attribute);
        object[] steps =
        [
            .. path.Split('.').Select(s => long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : (object)s),
        ];
        return item => steps.Aggregate(item, PythonValues.Member);
    }

    private static IReadOnlyDictionary<string, object> Mapping(object value, string reason) =>
        value as IReadOnlyDictionary<string, object> ?? throw new TemplateException(reason);

    private static object Lower(object value) => value is string text ? text.ToLowerInvariant() : value;

    private static Undefined NoItem() => new("The list is empty, so it has no such item.", IsName: false);
}
