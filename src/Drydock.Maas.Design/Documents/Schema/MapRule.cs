using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A mapping with known keys; what others hold is forbidden, or follows a rule of its own.</summary>
internal sealed class MapRule : SchemaRule
{
    private const int LeastLetters = 5;

    private readonly Dictionary<string, SchemaRule> _members;
    private readonly SchemaRule? _others;
    private readonly bool _isLoose;

    /// <summary>A mapping of these keys and no others.</summary>
    public MapRule(params (string Name, SchemaRule Rule)[] members)
        : this(null, members)
    {
    }

    private MapRule(SchemaRule? others, (string Name, SchemaRule Rule)[] members, bool isLoose = false)
    {
        _others = others;
        _isLoose = isLoose;
        _members = members.ToDictionary(m => m.Name, m => m.Rule, StringComparer.Ordinal);
    }

    /// <summary>The known keys with their rules, in order.</summary>
    public IReadOnlyDictionary<string, SchemaRule> Members => _members;

    /// <summary>The rule of other keys; null where there may be none.</summary>
    public SchemaRule? Others => _others;

    /// <summary>Keys that have to be there whatever else is; the readers tell of it, in their own words.</summary>
    public IReadOnlyList<string> Required { get; private init; } = [];

    /// <summary>A mapping of any keys to texts.</summary>
    public static MapRule Texts { get; } = Create(ScalarRule.Text);

    /// <summary>A mapping of any keys to any values.</summary>
    public static MapRule Free { get; } = Create(Any);

    /// <summary>A mapping of any keys, whose values follow the rule.</summary>
    public static MapRule Create(SchemaRule others, params (string Name, SchemaRule Rule)[] members) => new(others, members);

    /// <summary>A mapping of any keys, also of such as are like a known one.</summary>
    public static MapRule Loose(params (string Name, SchemaRule Rule)[] members) => new(Any, members, isLoose: true);

    /// <summary>The mapping, with keys that have to be there.</summary>
    public MapRule Requiring(params string[] names) => new(_others, [.. _members.Select(m => (m.Key, m.Value))], _isLoose) { Required = names };

    public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitMap(this);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is not YamlMap map)
        {
            TypeMismatch.Note(node, name, "a mapping", path, report);
            return;
        }

        foreach (var entry in map.Entries)
        {
            var place = path.Member(entry.Key);
            if (_members.TryGetValue(entry.Key, out var rule))
                rule.Check(entry.Value, entry.Key, place, report);
            else if (FindMeant(entry.Key, map) is { } meant)
                report.AddSlip(place, path.Member(meant), entry.KeyLocation, Slip(entry.Key, meant, report.Document.Kind));
            else if (_others is not null)
                _others.Check(entry.Value, entry.Key, place, report);
            else
                report.Add(ErrorIds.UnknownProperty, place, entry.KeyLocation, Unknown(entry.Key, report.Document.Kind));
        }
    }

    /// <summary>The property a key is likely to be meant for. Where others are allowed, short ones may be like it by chance.</summary>
    private string? FindMeant(string key, YamlMap map)
    {
        if (_isLoose)
            return null;
        var meant = _members.Keys.Where(m => _others is null || (m.Length >= LeastLetters && map.Find(m) is null))
            .Order(StringComparer.Ordinal).ToList();
        return meant.Find(m => key.StartsWith($"{m}:", StringComparison.Ordinal)) ?? meant.Find(m => Spelling.IsSimilar(m, key));
    }

    private static string Slip(string key, string meant, string kind) => key.StartsWith($"{meant}:", StringComparison.Ordinal)
        ? $"\"{key}\" is a key without a value: a blank is missing after the colon of {meant}."
        : $"{kind} documents have no property {key} here; is {meant} meant?";

    private string Unknown(string key, string kind) =>
        $"{kind} documents have no property {key} here; they have {string.Join(", ", _members.Keys)}.";
}
