using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Equality, order and membership as Python has them.</summary>
internal sealed class PythonComparison(RenderBudget budget) : IComparer<object>, IEqualityComparer<object>
{
    public bool Check(string operation, object left, object right) => operation switch
    {
        "==" => AreSame(left, right),
        "!=" => !AreSame(left, right),
        "in" => Contains(right, left),
        "not in" => !Contains(right, left),
        "<" => Compare(left, right) < 0,
        ">" => Compare(left, right) > 0,
        "<=" => Compare(left, right) <= 0,
        _ => Compare(left, right) >= 0,
    };

    // Lists may hold one another many times over: each level is spent, however small the memory they take.
    public bool AreSame(object left, object right)
    {
        RequireMember(left);
        RequireMember(right);
        return (left, right) switch
        {
            (Undefined, _) or (_, Undefined) => left is Undefined && right is Undefined,
            (string a, string b) => CompareTexts(a, b) == 0,
            (long a, long b) => a == b,
            (long or double or bool, long or double or bool) => Number(left) == Number(right),
            (IReadOnlyList<object> a, IReadOnlyList<object> b) => IsSameKind(a, b) && AreSameItems(a, b),
            (IReadOnlyDictionary<string, object> a, IReadOnlyDictionary<string, object> b) => AreSameEntries(a, b),
            _ => Equals(left, right),
        };
    }

    public int Compare(object? left, object? right)
    {
        switch (left, right)
        {
            case (Undefined missing, _):
                throw new TemplateException(missing.Reason);
            case (_, Undefined missing):
                throw new TemplateException(missing.Reason);
            case (string a, string b):
                return CompareTexts(a, b);
            case (long a, long b):
                return a.CompareTo(b);
            case (long or double or bool, long or double or bool):
                return Number(left).CompareTo(Number(right));
            case (IReadOnlyList<object> a, IReadOnlyList<object> b) when IsSameKind(a, b):
                return CompareItems(a, b);
            default:
                throw new TemplateException($"{PythonValues.Kind(left!)} and {PythonValues.Kind(right!)} have no order.");
        }
    }

    bool IEqualityComparer<object>.Equals(object? x, object? y) => AreSame(x!, y!);

    /// <summary>Equal values have the same; lists and mappings all have one.</summary>
    public int GetHashCode(object value) => value switch
    {
        string text => text.GetHashCode(StringComparison.Ordinal),
        long or double or bool => Number(value).GetHashCode(),
        _ => 0,
    };

    private static bool IsSameKind(IReadOnlyList<object> left, IReadOnlyList<object> right) =>
        left is PythonTuple == right is PythonTuple && left is PythonRange == right is PythonRange;

    private bool AreSameItems(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        if (left.Count != right.Count)
            return false;
        budget.Enter(left.Count);
        var areSame = true;
        for (var i = 0; areSame && i < left.Count; i++)
            areSame = AreSame(left[i], right[i]);
        budget.Leave();
        return areSame;
    }

    private bool AreSameEntries(IReadOnlyDictionary<string, object> left, IReadOnlyDictionary<string, object> right)
    {
        budget.Enter(left.Count);
        var areSame = left.Count == right.Count && left.All(p => right.TryGetValue(p.Key, out var other) && AreSame(p.Value, other));
        budget.Leave();
        return areSame;
    }

    private int CompareItems(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        budget.Enter(left.Count);
        var order = 0;
        for (var i = 0; order == 0 && i < Math.Min(left.Count, right.Count); i++)
            order = AreSame(left[i], right[i]) ? 0 : Compare(left[i], right[i]);
        budget.Leave();
        return order == 0 ? left.Count.CompareTo(right.Count) : order;
    }

    private bool Contains(object container, object value)
    {
        RequireMember(container);
        RequireMember(value);
        return container switch
        {
            Undefined => false,
            string text => ContainsText(text, value as string ?? throw new TemplateException("Only a text can be in a text.")),
            IReadOnlyDictionary<string, object> mapping => value is string key && mapping.ContainsKey(key),
            _ => PythonValues.Items(container, budget).Any(i => AreSame(i, value)),
        };
    }

    private bool ContainsText(string text, string part)
    {
        budget.SpendText(text.Length);
        return text.Contains(part, StringComparison.Ordinal);
    }

    private int CompareTexts(string left, string right)
    {
        budget.SpendText(Math.Min(left.Length, right.Length));
        return string.CompareOrdinal(left, right);
    }

    private static void RequireMember(object value)
    {
        if (value is Undefined { IsName: true } missing)
            throw new TemplateException(missing.Reason);
    }

    private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
