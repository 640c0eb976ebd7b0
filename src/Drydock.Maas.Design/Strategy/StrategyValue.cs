using System.Collections;
using System.Globalization;
using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Strategy;

/// <summary>
/// A value of a strategy and where it stands; asked for a type it is not of, it notes that and answers as if it were missing.
/// </summary>
internal sealed class StrategyValue(object? value, string path, StrategyProblems problems)
{
    public StrategyProblems Problems => problems;

    public string Path => path;

    public StrategyValue this[string key] => new((value as IDictionary)?[key], $"{path}.{key}", problems);

    public bool IsMissing => value is null;

    /// <summary>Notes keys that mean nothing: a misspelt criterion would let every failure pass.</summary>
    public StrategyValue Mapping(MapRule rule)
    {
        if (value is not IDictionary map)
        {
            Refuse("a mapping");
            return this;
        }

        foreach (var key in map.Keys.Cast<object?>().Select(Text).Where(k => !rule.Members.ContainsKey(k)))
            problems.Add(ErrorIds.InvalidStrategy, $"{path}.{key}", $"There is no such key here; there are {string.Join(", ", rule.Members.Keys)}.");
        return this;
    }

    /// <summary>Notes that nothing is given; Shipyard takes no selector or criteria without a member.</summary>
    public void NotEmpty()
    {
        if (value is IDictionary { Count: 0 })
            problems.Add(ErrorIds.InvalidStrategy, path, "There is nothing in it; give it a member, or leave it out.");
    }

    /// <summary>Its members; a single value stands for a list of one.</summary>
    public IReadOnlyList<StrategyValue> List() => value switch
    {
        null => [],
        string or IDictionary => [this],
        IEnumerable list => [.. list.Cast<object?>().Select((item, index) => new StrategyValue(item, $"{path}[{index}]", problems))],
        _ => [this],
    };

    public IReadOnlyList<string> Texts() => [.. List().Select(v => v.Text()).Where(t => t.Length > 0)];

    public string Text()
    {
        // Shipyard takes texts only: what YAML makes yes, no or a number of, is no name.
        if (value is string { Length: > 0 } text)
            return text;
        // Quotes make a text of these, and of nothing else.
        Refuse("a text", value is null or string or IEnumerable ? "" : ": write it in quotes");
        return "";
    }

    public bool Truth()
    {
        if (value is bool truth)
            return truth;
        Refuse("true or false", value is string text && bool.TryParse(text, out _) ? ": write it without quotes" : "");
        return false;
    }

    /// <summary>A number of that range; null when it is left out.</summary>
    public double? Number(double most)
    {
        if (value is null)
            return null;
        if (value is not (bool or IDictionary)
            && double.TryParse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 0
            && number <= most
            && number == Math.Truncate(number))
        {
            return number;
        }

        Refuse(most < int.MaxValue ? $"a whole number from 0 to {most}" : "a whole number, 0 or more");
        return null;
    }

    private static string Describe(object given) => given switch
    {
        string text => $"\"{text}\"",
        bool => $"true or false ({Text(given)})",
        IDictionary => "a mapping",
        IEnumerable => "a list",
        _ => $"the number {Text(given)}",
    };

    private static string Text(object? given) => Convert.ToString(given, CultureInfo.InvariantCulture) ?? "";

    private void Refuse(string wanted, string advice = "") =>
        problems.Add(ErrorIds.InvalidStrategy, path, value is null
            ? $"This is missing; it is {wanted}."
            : $"This has to be {wanted}, not {Describe(value)}{advice}.");
}
