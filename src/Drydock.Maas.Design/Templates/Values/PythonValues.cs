using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Truth, members and items as Python has them.</summary>
internal static class PythonValues
{
    public static bool IsTrue(object value) => value switch
    {
        bool flag => flag,
        string text => text.Length > 0,
        long number => number != 0,
        double number => number != 0,
        NoneValue => false,
        Undefined { IsName: true } missing => throw new TemplateException(missing.Reason),
        Undefined => false,
        IReadOnlyCollection<object> items => items.Count > 0,
        IReadOnlyDictionary<string, object> mapping => mapping.Count > 0,
        _ => true,
    };

    /// <summary>What a loop goes through: items of a list, keys of a mapping, characters of a text.</summary>
    public static IReadOnlyList<object> Items(object value, RenderBudget budget)
    {
        IReadOnlyList<object> items = value switch
        {
            IReadOnlyList<object> list => list,
            IReadOnlyDictionary<string, object> mapping => [.. mapping.Keys],
            string text => Characters(text, budget),
            Undefined missing => throw new TemplateException(missing.Reason),
            _ => throw new TemplateException($"{Kind(value)} has no items to go through."),
        };
        budget.Spend(items.Count);
        return items;
    }

    /// <summary>How many items or characters a value has.</summary>
    public static long Length(object value, RenderBudget budget) => value switch
    {
        string text when HasPairs(text) => text.EnumerateRunes().Count(),
        string text => text.Length,
        IReadOnlyDictionary<string, object> mapping => mapping.Count,
        IReadOnlyList<object> list => list.Count,
        _ => Items(value, budget).Count,
    };

    public static object Member(object value, object key) => (value, key) switch
    {
        (Undefined missing, _) => throw new TemplateException(missing.Reason),
        (_, Undefined missing) => throw new TemplateException(missing.Reason),
        (TemplateMapping mapping, string name) => mapping.Member(name),
        (LoopTurn loop, string name) => loop.Member(name),
        (IReadOnlyDictionary<string, object> mapping, string name) =>
            mapping.TryGetValue(name, out var found) ? found : new Undefined($"The mapping has no {name}.", IsName: false),
        (IReadOnlyList<object> list, long index) => At(list.Count, index) is { } i ? list[i] : NoItem(index, list.Count),
        (string text, long index) => Character(text, index),
        _ => new Undefined($"{Kind(value)} has no member {(key is string or long ? key : Kind(key))}.", IsName: false),
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

    /// <summary>The characters of a text; one outside the basic plane is one, as in Python, not two.</summary>
    public static IReadOnlyList<object> Characters(string text, RenderBudget budget)
    {
        budget.Spend(text.Length);
        var characters = new List<object>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            characters.Add(rune.ToString());
        return characters;
    }

    private static object Character(string text, long index)
    {
        if (!HasPairs(text))
            return At(text.Length, index) is { } i ? text[i].ToString() : NoItem(index, text.Length);
        var runes = text.EnumerateRunes().ToList();
        return At(runes.Count, index) is { } at ? runes[at].ToString() : NoItem(index, runes.Count);
    }

    private static bool HasPairs(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff');

    private static int? At(int count, long index) => (index < 0 ? index + count : index) is var i && i >= 0 && i < count ? (int)i : null;

    private static Undefined NoItem(long index, int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"There is no item {index}; there are {count}."), IsName: false);
}
