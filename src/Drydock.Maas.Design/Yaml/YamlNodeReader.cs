using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drydock.Maas.Design.Yaml;

/// <summary>Makes nodes of what the parser meets; bounded in depth and in what aliases may expand to.</summary>
internal sealed class YamlNodeReader(Parser parser, string? file, List<DesignProblem> problems)
{
    private const int MaxDepth = 100;
    private const int MaxAliasedNodes = 100_000;

    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _aliasedNodes;
    private int _nodes;

    /// <summary>The next node, of a document that begins here: anchors of those before are forgotten.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    /// <exception cref="YamlLimitException">It is nested too deep, or has too many aliases.</exception>
    public YamlNode Read()
    {
        _anchors.Clear();
        return Read(1);
    }

    /// <summary>Where a mark is.</summary>
    public DocumentLocation Here(Mark mark) => YamlStream.Location(file, mark);

    private YamlNode Read(int depth)
    {
        var start = _nodes++;
        if (depth > MaxDepth)
            throw new YamlLimitException(ErrorIds.NestingTooDeep, $"More than {MaxDepth} levels of nesting.", Here(parser.Current!.Start));
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Resolve(alias);

        var anchor = (parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        YamlNode node = parser.Current switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            var other => throw new YamlException(other?.Start ?? Mark.Empty, other?.End ?? Mark.Empty, "A value was expected."),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (node, _nodes - start);
        return node;
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
            throw new YamlLimitException(
                ErrorIds.InvalidYaml,
                $"This is not YAML: the alias *{alias.Value.Value} has no anchor before it. Write &{alias.Value.Value} before the value that is "
                + "meant, or put this one in quotes.",
                Here(alias.Start));
        _aliasedNodes += anchored.Size;
        _nodes += anchored.Size;
        return _aliasedNodes <= MaxAliasedNodes
            ? anchored.Node
            : throw TooManyAliases(alias);
    }

    private YamlLimitException TooManyAliases(AnchorAlias alias) =>
        new(ErrorIds.TooManyAliases, $"Aliases stand for more than {MaxAliasedNodes} values.", Here(alias.Start));

    private YamlScalar ReadScalar()
    {
        var scalar = parser.Consume<Scalar>();
        var isText = scalar.Style != ScalarStyle.Plain;
        if (!scalar.Tag.IsEmpty)
            isText = !YamlTags.IsResolved(scalar.Tag, scalar.Value, Here(scalar.Start), problems) || isText;
        return new(scalar.Value, !isText, Here(scalar.Start)) { IsBlock = scalar.Style == ScalarStyle.Literal };
    }

    private YamlList ReadList(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        YamlTags.Check(start.Tag, "seq", Here(start.Start), problems);
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Read(depth + 1));
        return new(items, Here(start.Start));
    }

    private YamlMap ReadMap(int depth)
    {
        var start = parser.Consume<MappingStart>();
        YamlTags.Check(start.Tag, "map", Here(start.Start), problems);
        var entries = new YamlEntries(problems);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(depth + 1);
            entries.Add(key, Read(depth + 1));
        }

        return new(entries.All(), Here(start.Start));
    }
}
