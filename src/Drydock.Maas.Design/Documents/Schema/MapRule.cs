using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A mapping with known keys; what others hold is forbidden, or follows a rule of its own.</summary>
internal sealed class MapRule : SchemaRule
{
    private readonly Dictionary<string, SchemaRule> _members;
    private readonly SchemaRule? _others;

    /// <summary>A mapping of these keys and no others.</summary>
    public MapRule(params (string Name, SchemaRule Rule)[] members)
        : this(null, members)
    {
    }

    private MapRule(SchemaRule? others, (string Name, SchemaRule Rule)[] members)
    {
        _others = others;
        _members = members.ToDictionary(m => m.Name, m => m.Rule, StringComparer.Ordinal);
    }

    /// <summary>A mapping of any keys to texts.</summary>
    public static MapRule Texts { get; } = Of(ScalarRule.Text);

    /// <summary>A mapping of any keys to any values.</summary>
    public static MapRule Free { get; } = Of(Any);

    /// <summary>A mapping of any keys, whose values follow the rule.</summary>
    public static MapRule Of(SchemaRule others, params (string Name, SchemaRule Rule)[] members) => new(others, members);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is not YamlMap map)
        {
            WrongType.Note(node, name, "a mapping", path, report);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (_members.GetValueOrDefault(entry.Key, _others!) is { } rule)
                rule.Check(entry.Value, entry.Key, path.Member(entry.Key), report);
            else
                report.Add("UnknownProperty", path.Member(entry.Key), entry.KeyLocation, Unknown(entry.Key, report.Document.Kind));
        }
    }

    private string Unknown(string key, string kind)
    {
        var similar = _members.Keys.Where(m => Spelling.IsSimilar(m, key)).Order(StringComparer.Ordinal).FirstOrDefault();
        var instead = similar is null ? $"they have {string.Join(", ", _members.Keys)}" : $"is {similar} meant?";
        return $"{kind} documents have no property {key} here; {instead.TrimEnd('.')}{(instead.EndsWith('?') ? "" : ".")}";
    }
}
