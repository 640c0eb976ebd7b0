using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>A value of a document while it is layered and substituted; keeps the place it came from.</summary>
internal abstract class DataNode(DocumentLocation location)
{
    public DocumentLocation Location { get; } = location;
}

/// <summary>A scalar; never changed, only replaced.</summary>
internal sealed class DataScalar(YamlScalar value) : DataNode(value.Location)
{
    private object? _typed;
    private bool _isTyped;

    public YamlScalar Yaml => value;

    /// <summary>Null, bool, BigInteger, double, DateTime or string, as YAML 1.1 reads it.</summary>
    public object? Typed
    {
        get
        {
            if (!_isTyped)
                (_typed, _isTyped) = (PythonScalar.Resolve(value), true);
            return _typed;
        }
    }
}

/// <summary>A list that may be shared: the engine hands out references, and so do we.</summary>
internal sealed class DataList(List<DataNode> items, DocumentLocation location) : DataNode(location)
{
    public List<DataNode> Items { get; } = items;
}

/// <summary>A mapping in the author's order, that may be shared likewise.</summary>
internal sealed class DataMap(DocumentLocation location) : DataNode(location)
{
    private readonly Dictionary<string, DataNode> _values = new(StringComparer.Ordinal);

    public List<string> Keys { get; } = [];

    public int Count => Keys.Count;

    public DataNode? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set
        {
            if (!_values.ContainsKey(key))
                Keys.Add(key);
            _values[key] = value!;
        }
    }

    public bool Contains(string key) => _values.ContainsKey(key);

    public void Remove(string key)
    {
        if (_values.Remove(key))
            Keys.Remove(key);
    }
}
