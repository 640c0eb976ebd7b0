namespace Drydock.Maas.Design.Yaml;

/// <summary>A value of a YAML document, with its place.</summary>
internal abstract record YamlNode(DocumentLocation Location)
{
    /// <summary>Whether two nodes say the same, wherever they stand; keys in any order.</summary>
    public static bool IsSame(YamlNode one, YamlNode other) => (one, other) switch
    {
        (YamlScalar a, YamlScalar b) => a.Text == b.Text && a.Kind == b.Kind,
        (YamlList a, YamlList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => IsSame(p.First, p.Second)),
        (YamlMap a, YamlMap b) => a.Entries.Count == b.Entries.Count
            && a.Entries.All(e => b.Find(e.Key) is { } same && IsSame(e.Value, same)),
        _ => false,
    };
}

/// <summary>A scalar as the author wrote it.</summary>
/// <param name="Text">The text, quotes removed and escapes resolved.</param>
/// <param name="IsPlain">Whether it stood without quotes, so that null, true and numbers mean themselves.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, DocumentLocation Location) : YamlNode(Location)
{
    /// <summary>Whether it is a literal block, whose lines are those of the file, from the one after its place.</summary>
    public bool IsBlock { get; init; }

    /// <summary>What it is to YAML 1.1.</summary>
    public YamlScalarKind Kind => IsPlain ? ScalarKinds.Resolve(Text) : YamlScalarKind.Text;

    /// <summary>Whether it stands for nothing: empty, ~ or null without quotes.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    /// <summary>Whether it stands for yes or no, and which (YAML 1.1).</summary>
    public bool? AsBoolean => Kind == YamlScalarKind.Boolean ? Text[0] is 't' or 'T' or 'y' or 'Y' || Text is "on" or "On" or "ON" : null;
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, DocumentLocation Location) : YamlNode(Location);

/// <summary>A mapping, in the author's order.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, DocumentLocation Location) : YamlNode(Location)
{
    private Dictionary<string, YamlNode>? _byKey;

    /// <summary>Whether it is a document whose content is encrypted.</summary>
    public bool IsSealed { get; init; }

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Find(string key)
    {
        _byKey ??= Entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        return _byKey.GetValueOrDefault(key);
    }

    /// <summary>The text of a key's scalar; null when there is none, or it is null.</summary>
    public string? Text(string key) => Find(key) is YamlScalar { IsNull: false } scalar ? scalar.Text : null;
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(string Key, DocumentLocation KeyLocation, YamlNode Value)
{
    /// <summary>What the key is to YAML 1.1; whoever wants a text there may refuse 0xffff.</summary>
    public YamlScalarKind KeyKind { get; init; } = YamlScalarKind.Text;
}
