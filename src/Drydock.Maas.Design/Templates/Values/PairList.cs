namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Keys and values of a mapping.</summary>
internal sealed class PairList(IEnumerable<KeyValuePair<string, object>> pairs)
    : List<object>(pairs.Select(p => (object)new List<object> { p.Key, p.Value }));
