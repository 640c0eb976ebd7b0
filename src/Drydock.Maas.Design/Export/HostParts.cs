using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Export;

/// <summary>The parts of a host document: a part is inherited whole or not at all, so that it means the same wherever it stands.</summary>
internal sealed class HostParts
{
    private static readonly string[] Order = ["host_profile", "hardware_profile", "primary_network", "oob", "interfaces", "addressing", "storage", "platform", "metadata"];

    private readonly Dictionary<string, HostPart> _parts;

    private HostParts(IEnumerable<HostPart> parts) => _parts = parts.ToDictionary(p => p.Key, StringComparer.Ordinal);

    /// <summary>Nothing.</summary>
    public static HostParts None { get; } = new([]);

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => _parts.Count == 0;

    /// <summary>How many.</summary>
    public int Count => _parts.Count;

    /// <summary>What hosts of one kind have in common: their hardware, interfaces and storage.</summary>
    public string Shape => string.Join('\n', _parts.Values.Where(p => p.IsOfShape).Select(p => $"{p.Key} {p.Value?.ToJsonString()}").Order(StringComparer.Ordinal));

    /// <summary>The tags.</summary>
    public IEnumerable<string> Tags => _parts.Values.Where(p => p.Path is ["metadata", "tags", _]).Select(p => p.Path[^1]);

    /// <summary>The text of a part; null where it is missing.</summary>
    public string? Text(params string[] path) => _parts.GetValueOrDefault(HostPart.MakeKey(path))?.Value is JsonValue value ? value.ToString() : null;

    /// <summary>Takes the effective document of a node apart; its addresses and boot MAC are its own.</summary>
    public static HostParts Read(JsonObject node)
    {
        var parts = new List<HostPart>();
        foreach (var (section, value) in node)
        {
            switch (section, value)
            {
                case ("addressing", _):
                    break;
                case ("oob" or "interfaces", JsonObject map):
                    parts.AddRange(map.Select(m => new HostPart([section, m.Key], m.Value)));
                    break;
                case ("storage", JsonObject storage):
                    foreach (var (kind, things) in storage)
                        parts.AddRange(things is JsonObject named ? named.Select(t => new HostPart([section, kind, t.Key], t.Value)) : [new([section, kind], things)]);
                    break;
                case ("platform", JsonObject platform):
                    parts.AddRange(platform.Select(p => new HostPart([section, p.Key], p.Value)));
                    break;
                case ("metadata", JsonObject metadata):
                    parts.AddRange(ReadMetadata(metadata));
                    break;
                default:
                    parts.Add(new([section], value));
                    break;
            }
        }

        return new(parts);
    }

    /// <summary>What all have.</summary>
    public static HostParts InAll(IReadOnlyList<HostParts> hosts) =>
        hosts.Count == 0 ? None : new(hosts[0]._parts.Values.Where(p => hosts.All(h => h.Has(p))));

    /// <summary>What others do not have.</summary>
    public HostParts Without(HostParts others) => new(_parts.Values.Where(p => !others.Has(p)));

    /// <summary>A document of them.</summary>
    /// <param name="profile">The profile that it inherits from; null for none.</param>
    /// <param name="own">What it has beside them.</param>
    public JsonObject Write(string? profile, params IEnumerable<(string Section, JsonNode? Value)> own)
    {
        var data = new JsonObject();
        if (profile is not null)
            data["host_profile"] = profile;
        foreach (var part in _parts.Values)
            part.WriteTo(data);
        foreach (var (section, value) in own.Where(o => o.Value is not null))
        {
            if (section == "metadata")
                (data[section] ??= new JsonObject()).AsObject()["boot_mac"] = value!.DeepClone();
            else
                data[section] = value!.DeepClone();
        }

        return new(data.OrderBy(d => Array.IndexOf(Order, d.Key)).Select(d => KeyValuePair.Create(d.Key, d.Value?.DeepClone())));
    }

    private static IEnumerable<HostPart> ReadMetadata(JsonObject metadata)
    {
        foreach (var (key, value) in metadata.Where(m => m.Key != "boot_mac"))
        {
            if (key == "tags" && value is JsonArray tags)
            {
                foreach (var tag in tags)
                    yield return new(["metadata", key, tag!.GetValue<string>()], null);
            }
            else if (key == "owner_data" && value is JsonObject data)
            {
                foreach (var (name, text) in data)
                    yield return new(["metadata", key, name], text);
            }
            else
            {
                yield return new(["metadata", key], value);
            }
        }
    }

    private bool Has(HostPart part) => _parts.TryGetValue(part.Key, out var own) && JsonNode.DeepEquals(own.Value, part.Value);
}

/// <summary>A part of a host document.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Value">What it says; null for an item of a list, which its path names.</param>
internal sealed record HostPart(string[] Path, JsonNode? Value)
{
    private const char Separator = '\u001f';

    public string Key { get; } = MakeKey(Path);

    /// <summary>Whether it tells what kind of host it is, rather than what has become of the host.</summary>
    public bool IsOfShape => Path[0] is "hardware_profile" or "primary_network" or "interfaces" or "storage";

    public static string MakeKey(string[] path) => string.Join(Separator, path);

    public void WriteTo(JsonObject data)
    {
        var at = data;
        foreach (var step in Path[..^1].Take(Value is null ? Path.Length - 2 : Path.Length - 1))
            at = (at[step] ??= new JsonObject()).AsObject();
        if (Value is null)
            (at[Path[^2]] ??= new JsonArray()).AsArray().Add(JsonValue.Create(Path[^1]));
        else
            at[Path[^1]] = AuthoredDefaults.Part(Value.DeepClone());
    }
}
