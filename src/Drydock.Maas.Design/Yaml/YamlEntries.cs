namespace Drydock.Maas.Design.Yaml;

/// <summary>Collects the entries of one mapping; what merge keys bring in yields to the mapping's own.</summary>
internal sealed class YamlEntries(List<DesignProblem> problems)
{
    /// <summary>The identifier of a key that stands twice with the same value, which does no harm.</summary>
    public const string Repeated = ErrorIds.RepeatedKey;

    private readonly List<YamlEntry> _own = [];
    private readonly List<YamlEntry> _merged = [];
    private bool _isSecond;
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar name)
        {
            Note(ErrorIds.InvalidKey, key is YamlMap && value is YamlScalar { IsNull: true }
                ? "{{ ... }} is left of a template, or is a value that needs quotes: to YAML it is a mapping whose key is a mapping."
                : "A key must be a text, not a list or mapping.", key);
        }
        else if (name is { Text: ['\u00A0', ..], IsPlain: true })
            Note(ErrorIds.InvalidKey, "This line is indented by no-break spaces (U+00A0), so that it stands where it is not meant to. Replace them.", key);
        else if (name is { Text: [('\uFEFF' or '\u200B') and var hidden, ..], IsPlain: true })
            Note(ErrorIds.InvalidKey, $"This line begins with the character U+{(int)hidden:X4}, which no editor shows. Delete it.", key);
        else if (name is { Text: "", IsPlain: true })
            Note(ErrorIds.InvalidKey, "There is a colon without a key before it.", key);
        else if (name is { Text: "<<", IsPlain: true })
            _merged.AddRange(Merged(value));
        else if (_known.TryAdd(name.Text, _own.Count))
            _own.Add(new(name.Text, name.Location, value) { KeyKind = name.Kind });
        else
            Replace(name, value);
    }

    /// <summary>All entries, once nothing more is added.</summary>
    public IReadOnlyList<YamlEntry> All()
    {
        _own.AddRange(_merged.Where(m => _known.TryAdd(m.Key, -1)));
        return _own;
    }

    // The last one counts, for those who can live with two.
    private void Replace(YamlScalar name, YamlNode value)
    {
        if (_isSecond)
            return;
        var first = _own[_known[name.Text]];
        _own[_known[name.Text]] = new(name.Text, name.Location, value);
        var twice = $"The key \"{name.Text}\" stands here a second time; first in line {first.KeyLocation.Line}";
        if (name is { Text: "schema" or "apiVersion", Location.Column: 1 })
        {
            _isSecond = true;
            var begin = first.KeyLocation.Line;
            Note(ErrorIds.DuplicateKey, $"A second document begins here; the line --- is missing before it. The first begins in line {begin}.", name);
        }
        else if (YamlNode.IsSame(first.Value, value))
            Note(Repeated, $"{twice}, with the same value. Take one of them out.", name);
        else
            Note(ErrorIds.DuplicateKey, $"{twice}, with another value. Take one of them out.", name);
    }

    private IEnumerable<YamlEntry> Merged(YamlNode value)
    {
        switch (value)
        {
            case YamlMap map:
                return map.Entries;
            case YamlList list:
                return list.Items.SelectMany(Merged);
            default:
                Note(ErrorIds.InvalidMergeKey, "The merge key << takes a mapping or a list of mappings.", value);
                return [];
        }
    }

    private void Note(string id, string message, YamlNode node) =>
        problems.Add(new DesignProblem { ErrorId = id, Message = message, Location = node.Location });
}
