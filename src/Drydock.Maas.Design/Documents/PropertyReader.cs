using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents;

/// <summary>Reads the properties of one mapping; everything wrong is noted with place and path, and reading goes on.</summary>
internal sealed class PropertyReader(Document document, YamlMap map, string path, List<DesignProblem> problems)
{
    private static readonly StringComparer Comparer = StringComparer.Ordinal;

    public Document Document => document;

    public IReadOnlyList<YamlEntry> Entries => map.Entries;

    public static PropertyReader Of(Document document, List<DesignProblem> problems) => new(document, document.Data, document.Root, problems);

    /// <summary>A text; numbers and booleans as the author wrote them. Null when absent or null.</summary>
    public string? Text(string name) => Scalar(name)?.Text;

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name)
    {
        if (Text(name) is { Length: > 0 } text)
            return text;
        if (map.Find(name) is null or YamlScalar)
            Note("PropertyMissing", name, map.Location, $"{name} is missing.");
        return "";
    }

    /// <summary>A text out of a few.</summary>
    public string? OneOf(string name, params string[] allowed)
    {
        var scalar = Scalar(name);
        if (scalar is null || allowed.Contains(scalar.Text))
            return scalar?.Text;
        Note("InvalidValue", name, scalar.Location, $"\"{scalar.Text}\" is none of {string.Join(", ", allowed)}.");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Number(string name)
    {
        var scalar = Scalar(name);
        if (scalar is null)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Note("WrongType", name, scalar.Location, $"\"{scalar.Text}\" is no whole number in the range of numbers.");
        return null;
    }

    /// <summary>Yes or no.</summary>
    public bool? Boolean(string name)
    {
        var scalar = Scalar(name);
        if (scalar is null || scalar.AsBoolean is not null)
            return scalar?.AsBoolean;
        Note("WrongType", name, scalar.Location, $"\"{scalar.Text}\" is neither true nor false.");
        return null;
    }

    /// <summary>A list of texts; null when absent.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        switch (map.Find(name))
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlList list:
                return [.. list.Items.Select((item, i) => ItemText(item, $"{name}[{i}]")).OfType<string>()];
            case var other:
                Note("WrongType", name, other.Location, "A list is expected here.");
                return null;
        }
    }

    /// <summary>A mapping of texts; null values are left out. Null when absent.</summary>
    /// <param name="name">The property.</param>
    /// <param name="booleans">Whether booleans become True and False, as Drydock writes them.</param>
    public IReadOnlyList<KeyValuePair<string, string>>? TextMap(string name, bool booleans = false)
    {
        if (Map(name) is not { } reader)
            return null;
        return [.. reader.Entries
            .Select(e => (e.Key, Value: booleans && (e.Value as YamlScalar)?.AsBoolean is { } flag ? (flag ? "True" : "False") : reader.ItemText(e.Value, e.Key)))
            .Where(e => e.Value is not null)
            .Select(e => KeyValuePair.Create(e.Key, e.Value!))];
    }

    /// <summary>A mapping of texts or nulls.</summary>
    public IReadOnlyDictionary<string, string?> NullableTextMap(string name) =>
        Map(name) is { } reader ? reader.Entries.ToDictionary(e => e.Key, e => reader.ItemText(e.Value, e.Key)) : new Dictionary<string, string?>();

    /// <summary>A mapping, or null when absent.</summary>
    public PropertyReader? Map(string name)
    {
        switch (map.Find(name))
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlMap inner:
                return new(document, inner, $"{path}.{name}", problems);
            case var other:
                Note("WrongType", name, other.Location, "A mapping is expected here.");
                return null;
        }
    }

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<PropertyReader> Maps(string name)
    {
        switch (map.Find(name))
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlList list:
                return [.. list.Items.Select((item, i) => ItemMap(item, $"{name}[{i}]")).OfType<PropertyReader>()];
            case var other:
                Note("WrongType", name, other.Location, "A list is expected here.");
                return [];
        }
    }

    /// <summary>Mappings by name; a null value is a null reader, which some properties give a meaning.</summary>
    public IReadOnlyList<(string Name, PropertyReader? Value)> NamedMaps(string name, string? except = null)
    {
        if (Map(name) is not { } reader)
            return [];
        return [.. reader.Entries.Where(e => e.Key != except).Select(e => (e.Key, e.Value is YamlScalar { IsNull: true } ? null : reader.ItemMap(e.Value, e.Key)))
            .Where(e => e.Item2 is not null || reader.IsNull(e.Key))];
    }

    public bool Has(string name) => map.Find(name) is not null;

    public bool IsNull(string name) => map.Find(name) is YamlScalar { IsNull: true };

    /// <summary>Notes every key that is none of these.</summary>
    public PropertyReader Only(params string[] names)
    {
        foreach (var entry in map.Entries.Where(e => !names.Contains(e.Key, Comparer)))
            Note("UnknownProperty", entry.Key, entry.KeyLocation, $"{document.Kind} documents have no property {entry.Key} here; they have {string.Join(", ", names)}.");
        return this;
    }

    /// <summary>The same, for the envelope that Drydock checks against its schemas; the older one it never did.</summary>
    public PropertyReader OnlyInSchema(params string[] names) => document.Root == "data" ? Only(names) : this;

    /// <summary>Notes something about a property.</summary>
    public void Note(string id, string name, string message) => Note(id, name, map.Find(name)?.Location ?? map.Location, message);

    private YamlScalar? Scalar(string name)
    {
        switch (map.Find(name))
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlScalar scalar:
                return scalar;
            case var other:
                Note("WrongType", name, other.Location, "A single value is expected here.");
                return null;
        }
    }

    private string? ItemText(YamlNode item, string name)
    {
        if (item is YamlScalar scalar)
            return scalar.IsNull ? null : scalar.Text;
        Note("WrongType", name, item.Location, "A single value is expected here.");
        return null;
    }

    private PropertyReader? ItemMap(YamlNode item, string name)
    {
        if (item is YamlMap inner)
            return new(document, inner, $"{path}.{name}", problems);
        Note("WrongType", name, item.Location, "A mapping is expected here.");
        return null;
    }

    private void Note(string id, string name, DocumentLocation location, string message) => problems.Add(new DesignProblem
    {
        ErrorId = id,
        Message = message,
        Location = location,
        Document = document.ToString(),
        Path = $"{path}.{name}",
    });
}
