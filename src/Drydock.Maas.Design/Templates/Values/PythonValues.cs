using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Truth, equality, order, members and items as Python has them.</summary>
internal static class PythonValues
{
    public static bool IsTrue(int line, object value) => value switch
    {
        bool flag => flag,
        string text => text.Length > 0,
        long number => number != 0,
        double number => number != 0,
        NoneValue => false,
        Undefined { IsName: true } missing => throw new TemplateException(line, missing.Reason),
        Undefined => false,
        IReadOnlyCollection<object> items => items.Count > 0,
        IReadOnlyDictionary<string, object> mapping => mapping.Count > 0,
        _ => true,
    };

    public static IEnumerable<object> Items(int line, object value) => value switch
    {
        IReadOnlyList<object> list => list,
        IReadOnlyDictionary<string, object> mapping => mapping.Keys,
        string text => text.Select(c => c.ToString()),
        Undefined missing => throw new TemplateException(line, missing.Reason),
        _ => throw new TemplateException(line, $"{Kind(value)} has no items to go through."),
    };

    public static object Member(int line, object value, object key) => (value, key) switch
    {
        (Undefined missing, _) => throw new TemplateException(line, missing.Reason),
        (_, Undefined missing) => throw new TemplateException(line, missing.Reason),
        (TemplateMapping mapping, string name) => mapping.Member(name),
        (LoopEntry loop, string name) => loop.Member(name),
        (IReadOnlyDictionary<string, object> mapping, string name) =>
            mapping.TryGetValue(name, out var found) ? found : new Undefined($"The mapping has no {name}.", IsName: false),
        (IReadOnlyList<object> list, long index) => At(list.Count, index) is { } i ? list[i] : NoItem(index, list.Count),
        (string text, long index) => At(text.Length, index) is { } i ? text[i].ToString() : NoItem(index, text.Length),
        _ => new Undefined($"{Kind(value)} has no member {(key is string or long ? key : Kind(key))}.", IsName: false),
    };

    public static bool Compare(int line, string operation, object left, object right) => operation switch
    {
        "==" => Same(line, left, right),
        "!=" => !Same(line, left, right),
        "in" => Contains(line, right, left),
        "not in" => !Contains(line, right, left),
        "<" => Order(line, left, right) < 0,
        ">" => Order(line, left, right) > 0,
        "<=" => Order(line, left, right) <= 0,
        _ => Order(line, left, right) >= 0,
    };

    public static bool Same(int line, object left, object right)
    {
        RequireMember(line, left);
        RequireMember(line, right);
        return (left, right) switch
        {
            (Undefined, _) or (_, Undefined) => left is Undefined && right is Undefined,
            (string a, string b) => a == b,
            (long or double or bool, long or double or bool) => Number(left) == Number(right),
            (IReadOnlyList<object> a, IReadOnlyList<object> b) => a.Count == b.Count && a.Zip(b).All(p => Same(line, p.First, p.Second)),
            _ => Equals(left, right),
        };
    }

    public static int Order(int line, object left, object right) => (left, right) switch
    {
        (Undefined missing, _) => throw new TemplateException(line, missing.Reason),
        (_, Undefined missing) => throw new TemplateException(line, missing.Reason),
        (string a, string b) => string.CompareOrdinal(a, b),
        (long or double or bool, long or double or bool) => Number(left).CompareTo(Number(right)),
        _ => throw new TemplateException(line, $"{Kind(left)} and {Kind(right)} have no order."),
    };

    /// <summary>What a value is called in messages.</summary>
    public static string Kind(object value) => value switch
    {
        string => "a text",
        bool => "true or false",
        long or double => "a number",
        NoneValue => "none",
        IReadOnlyDictionary<string, object> => "a mapping",
        IReadOnlyList<object> => "a list",
        Undefined => "what is not defined",
        _ => "this value",
    };

    private static bool Contains(int line, object container, object value)
    {
        RequireMember(line, container);
        RequireMember(line, value);
        return container switch
        {
            Undefined => false,
            string text => value is string part
                ? text.Contains(part, StringComparison.Ordinal)
                : throw new TemplateException(line, "Only a text can be in a text."),
            _ => Items(line, container).Any(i => Same(line, i, value)),
        };
    }

    private static void RequireMember(int line, object value)
    {
        if (value is Undefined { IsName: true } missing)
            throw new TemplateException(line, missing.Reason);
    }

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static int? At(int count, long index) => (index < 0 ? index + count : index) is var i && i >= 0 && i < count ? (int)i : null;

    private static Undefined NoItem(long index, int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"There is no item {index}; there are {count}."), IsName: false);
}
