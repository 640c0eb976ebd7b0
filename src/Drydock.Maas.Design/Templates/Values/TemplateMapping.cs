using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>A mapping of the context; it knows its name, so that what is missing can be named, and may say why.</summary>
internal sealed class TemplateMapping(string name, IReadOnlyDictionary<string, object> values, Func<string, string?>? reasonFor = null)
    : IReadOnlyDictionary<string, object>
{
    private const int MostListed = 20;

    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public IEnumerable<object> Values => values.Values;

    public object this[string key] => values[key];

    public object Member(string key) => values.TryGetValue(key, out var value) ? value : new Undefined(Missing(key), IsName: false);

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Missing(string key)
    {
        if (reasonFor?.Invoke(key) is { } reason)
            return $"{name}.{key} is not defined: {reason}";
        var more = values.Count > MostListed ? " and more" : "";
        var known = values.Count == 0 ? "it is empty" : $"there are {string.Join(", ", values.Keys.Take(MostListed))}{more}";
        return $"{name}.{key} is not defined for the node; {known}. Use the filter default where it may be missing.";
    }
}
