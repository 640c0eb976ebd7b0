using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>Reads the properties of one mapping; everything wrong is noted with place and path, and reading goes on.</summary>
internal sealed class PropertyReader(YamlMap map, DocumentPath path, DocumentReport report)
{
    public Document Document => report.Document;

    public IReadOnlyList<YamlEntry> Entries => map.Entries;

    public static PropertyReader Create(Document document, DocumentReport report) => new(document.Data, DocumentPath.Root, report);

    /// <summary>A text; numbers and booleans as the author wrote them. Null when absent or null.</summary>
    public string? Text(string name) => Scalar(name)?.Text;

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name)
    {
        if (Text(name) is { Length: > 0 } text)
            return text;
        if (map.Find(name) is null or YamlScalar)
            Note(ErrorIds.PropertyMissing, name, $"{name} is missing.");
        return "";
    }

    /// <summary>A text out of a few.</summary>
    public string? ReadChoice(string name, params string[] allowed)
    {
        var scalar = Scalar(name);
        if (scalar is null || allowed.Contains(scalar.Text))
            return scalar?.Text;
        Note(ErrorIds.InvalidValue, name, $"\"{scalar.Text}\" is none of {string.Join(", ", allowed)}.");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Number(string name)
    {
        if (Scalar(name) is not { } scalar)
            return null;
        var (number, reason) = WholeNumber.Read(scalar.Text);
        if (reason is not null)
            Note(ErrorIds.WrongType, name, reason);
        return number;
    }

    /// <summary>Yes or no.</summary>
    public bool? Boolean(string name)
    {
        var scalar = Scalar(name);
        if (scalar is null || scalar.AsBoolean is not null)
            return scalar?.AsBoolean;
        Note(ErrorIds.WrongType, name, $"\"{scalar.Text}\" is neither true nor false.");
        return null;
    }

    /// <summary>A list of texts; null when absent.</summary>
    public IReadOnlyList<string>? Texts(string name) =>
        Find(name, "A list is expected here.", out YamlList? list)
            ? [.. list!.Items.Select((item, i) => ItemText(item, path.Member(name).Item(i))).OfType<string>()]
            : null;

    /// <summary>Texts that are written as one or as a list; empty when absent.</summary>
    public IReadOnlyList<string> Values(string name) =>
        map.Find(name) is YamlList ? Texts(name) ?? [] : Text(name) is { Length: > 0 } text ? [text] : [];

    /// <summary>
    /// A mapping of texts; null values are left out. Booleans become True and False, as Drydock writes them. Null when absent.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>>? TextMap(string name) =>
        Map(name) is { } reader
            ? [.. reader.Pairs().Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value!))]
            : null;

    /// <summary>Labels, whose values may be null: that they are there is enough.</summary>
    public IReadOnlyDictionary<string, string> Labels(string name) =>
        (Map(name)?.Pairs() ?? []).ToDictionary(p => p.Key, p => p.Value ?? "", StringComparer.Ordinal);

    /// <summary>A mapping of texts or nulls.</summary>
    public IReadOnlyDictionary<string, string?> NullableTextMap(string name) =>
        (Map(name)?.Pairs() ?? []).ToDictionary(StringComparer.Ordinal);

    /// <summary>A mapping, or null when absent.</summary>
    public PropertyReader? Map(string name) =>
        Find(name, "A mapping is expected here.", out YamlMap? inner) ? new(inner!, path.Member(name), report) : null;

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<PropertyReader> Maps(string name) =>
        Find(name, "A list is expected here.", out YamlList? list)
            ? [.. list!.Items.Select((item, i) => ItemMap(item, path.Member(name).Item(i))).OfType<PropertyReader>()]
            : [];

    /// <summary>Mappings by name; a null value is a null reader, which some properties give a meaning.</summary>
    public IReadOnlyList<(string Name, PropertyReader? Value)> NamedMaps(string name, string? except = null)
    {
        if (Map(name) is not { } reader)
            return [];
        return [.. reader.Entries.Where(e => e.Key != except)
            .Select(e => (e.Key, e.Value is YamlScalar { IsNull: true } ? null : reader.ItemMap(e.Value, reader.GetPath(e.Key))))
            .Where(e => e.Item2 is not null || reader.IsNull(e.Key))];
    }

    /// <summary>Texts out of a few.</summary>
    public IReadOnlyList<string> ReadChoices(string name, params string[] allowed)
    {
        var texts = Texts(name) ?? [];
        foreach (var (text, index) in texts.Select((t, i) => (t, i)).Where(t => !allowed.Contains(t.t)))
            report.Add(ErrorIds.InvalidValue, GetPath(name).Item(index), map.Find(name)!.Location,
                $"\"{text}\" is none of {string.Join(", ", allowed)}.");
        return texts;
    }

    /// <summary>Whether a list is absent, null or without items.</summary>
    public bool IsEmpty(string name) => map.Find(name) is null or YamlScalar { IsNull: true } or YamlList { Items.Count: 0 };

    /// <summary>Where the first of these properties stands that is there; the mapping's place when none is.</summary>
    public DocumentLocation GetLocation(params string[] names) =>
        names.Select(map.Find).FirstOrDefault(n => n is not null)?.Location ?? map.Location;

    /// <summary>Whether its text is a literal block, whose lines are lines of the file.</summary>
    public bool IsBlock(string name) => map.Find(name) is YamlScalar { IsBlock: true };

    public bool Has(string name) => map.Find(name) is not null;

    public bool IsNull(string name) => map.Find(name) is YamlScalar { IsNull: true };

    /// <summary>Notes a text that stands in the place of a secret.</summary>
    public void NoteMasked(string name)
    {
        if (MaskedData.IsMasked((map.Find(name) as YamlScalar)?.Text))
            Note(MaskedData.ErrorId, name, MaskedData.Message);
    }

    /// <summary>Notes something about a property.</summary>
    public void Note(string id, string name, string message) =>
        report.Add(id, GetPath(name), map.Find(name)?.Location ?? map.Location, message);

    private DocumentPath GetPath(string name) => path.Member(name);

    private IEnumerable<KeyValuePair<string, string?>> Pairs() =>
        map.Entries.Select(e => KeyValuePair.Create(
            e.Key, (e.Value as YamlScalar)?.AsBoolean is { } flag ? (flag ? "True" : "False") : ItemText(e.Value, GetPath(e.Key))));

    private YamlScalar? Scalar(string name) => Find(name, "A single value is expected here.", out YamlScalar? scalar) ? scalar : null;

    /// <summary>Whether there is something other than null, of the right type; another type is noted.</summary>
    private bool Find<T>(string name, string expected, out T? value)
        where T : YamlNode
    {
        var found = map.Find(name);
        value = found is YamlScalar { IsNull: true } ? null : found as T;
        if (value is null && found is not (null or YamlScalar { IsNull: true }))
            Note(ErrorIds.WrongType, name, expected);
        return value is not null;
    }

    private string? ItemText(YamlNode item, DocumentPath place)
    {
        if (item is YamlScalar scalar)
            return scalar.IsNull ? null : scalar.Text;
        report.Add(ErrorIds.WrongType, place, item.Location, "A single value is expected here.");
        return null;
    }

    private PropertyReader? ItemMap(YamlNode item, DocumentPath place)
    {
        if (item is YamlMap inner)
            return new(inner, place, report);
        report.Add(ErrorIds.WrongType, place, item.Location, "A mapping is expected here.");
        return null;
    }
}
