using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>A document as the engine sees it; its data changes while it is rendered.</summary>
internal sealed class DeckhandDocument
{
    private readonly YamlMap _metadata;
    private DataNode? _data;

    public DeckhandDocument(YamlMap yaml)
    {
        Yaml = yaml;
        _metadata = yaml.Find("metadata") as YamlMap ?? new([], yaml.Location);
        Schema = yaml.Text("schema") ?? "";
        Name = _metadata.Text("name") ?? "";
        var layering = _metadata.Find("layeringDefinition") as YamlMap;
        Layer = layering?.Text("layer") is { Length: > 0 } layer ? layer : null;
        IsAbstract = layering?.Find("abstract") is YamlScalar { AsBoolean: true };
        ParentSelector = Map(layering?.Find("parentSelector"));
        Labels = Map(_metadata.Find("labels")) ?? new(Location);
        Actions = ReadActions(layering);
        Substitutions = [.. (_metadata.Find("substitutions") as YamlList)?.Items.OfType<YamlMap>() ?? []];
    }

    public YamlMap Yaml { get; }

    public DocumentLocation Location => Yaml.Location;

    public string Schema { get; }

    public string Name { get; }

    public string? Layer { get; }

    public bool IsAbstract { get; }

    /// <summary>Control documents are neither layered nor substituted.</summary>
    public bool IsControl => _metadata.Text("schema")?.StartsWith("metadata/Control/", StringComparison.Ordinal) == true;

    public bool IsPolicy => IsPolicySchema(Schema);

    public bool IsReplacement => _metadata.Find("replacement") is YamlScalar { AsBoolean: true };

    public string? StoragePolicy => _metadata.Text("storagePolicy");

    public DataMap? ParentSelector { get; }

    public DataMap Labels { get; }

    /// <summary>Layering actions in order.</summary>
    public IReadOnlyList<LayeringAction> Actions { get; }

    /// <summary>Substitutions in order.</summary>
    public IReadOnlyList<YamlMap> Substitutions { get; }

    /// <summary>Its content; made when it is first wanted, since most documents of a site are only looked at from outside.</summary>
    public DataNode Data
    {
        get => _data ??= Yaml.Find("data") is { } data ? DataNodes.From(data) : DataNodes.Null(Location);
        set => _data = value;
    }

    public DeckhandDocument? Parent { get; set; }

    public DeckhandDocument? ReplacedBy { get; set; }

    /// <summary>What names a rendered document.</summary>
    public (string Schema, string Name) Identity => (Schema, Name);

    /// <summary>Whether documents of a schema, of any version, say in which order layers stand.</summary>
    public static bool IsPolicySchema(string schema) => schema.StartsWith("deckhand/LayeringPolicy", StringComparison.Ordinal);

    /// <summary>The rendered document in its envelope.</summary>
    public YamlMap Render() =>
        new([.. Yaml.Entries.Where(e => e.Key != "data"), new YamlEntry("data", Data.Location, DataNodes.ToYaml(Data))], Location);

    public override string ToString() => Layer is null ? $"[{Schema}] {Name}" : $"[{Schema}, {Layer}] {Name}";

    public DeckhandException Fault(string errorId, string message, DocumentLocation? location = null) =>
        new(errorId, message, location ?? Location, ToString());

    private static DataMap? Map(YamlNode? node) => node is YamlMap map ? (DataMap)DataNodes.From(map) : null;

    private static IReadOnlyList<LayeringAction> ReadActions(YamlMap? layering) =>
        layering?.Find("actions") is YamlList list
            ? [.. list.Items.OfType<YamlMap>().Select(ReadAction)]
            : [];

    private static LayeringAction ReadAction(YamlMap action) =>
        new(action.Text("method") ?? "", action.Text("path") ?? "", action.Location);
}

/// <summary>A layering action.</summary>
internal sealed record LayeringAction(string Method, string Path, DocumentLocation Location)
{
    public override string ToString() => $"{{'method': '{Method}', 'path': '{Path}'}}";
}
