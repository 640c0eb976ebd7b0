using Drydock.Maas.Design;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drydock.Maas.Design.Yaml;

/// <summary>Reads the documents of a YAML text into nodes with places; bounded in depth and in what aliases may expand to.</summary>
internal sealed class YamlStream
{
    private const int MaxDepth = 100;
    private const int MaxAliasedNodes = 100_000;

    private readonly string? _file;
    private readonly List<DesignProblem> _problems;
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private int _aliasedNodes;
    private int _nodes;

    private YamlStream(string text, string? file, List<DesignProblem> problems)
    {
        _file = file;
        _problems = problems;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The documents before the first syntax error; the error itself goes to the problems.</summary>
    public static IReadOnlyList<YamlNode> Read(string text, string? file, List<DesignProblem> problems, CancellationToken token)
    {
        var documents = new List<YamlNode>();
        var content = text.TrimStart('\uFEFF');
        if (YamlText.FindForbidden(content, file) is { } forbidden)
        {
            problems.Add(forbidden);
            return documents;
        }

        var stream = new YamlStream(content, file, problems);
        try
        {
            stream.ReadAll(documents, token);
        }
        catch (YamlException e)
        {
            problems.Add(Problem("InvalidYaml", Reason(e), Place(e, content, file)));
        }
        catch (YamlLimitException e)
        {
            problems.Add(Problem(e.ErrorId, e.Message, e.Location));
        }

        // The scanner has several places where broken text surprises it.
        catch (Exception e) when (
            e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            problems.Add(Problem(
                "InvalidYaml",
                "This is not YAML: it ends, or goes on, where that is not possible.",
                stream.Here(stream._parser.Current?.End ?? Mark.Empty)));
        }

        return documents;
    }

    private void ReadAll(List<YamlNode> documents, CancellationToken token)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.Accept<StreamEnd>(out _))
        {
            token.ThrowIfCancellationRequested();
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            var node = ReadNode(1);
            _parser.Consume<DocumentEnd>();
            if (node is not YamlScalar { IsNull: true })
                documents.Add(node);
        }
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _nodes++;
        if (depth > MaxDepth)
            throw new YamlLimitException("NestingTooDeep", $"More than {MaxDepth} levels of nesting.", Here(_parser.Current!.Start));
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return Resolve(alias);

        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        YamlNode node = _parser.Current switch
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
            throw new YamlException(alias.Start, alias.End, $"The alias *{alias.Value.Value} has no anchor before it.");
        _aliasedNodes += anchored.Size;
        _nodes += anchored.Size;
        return _aliasedNodes <= MaxAliasedNodes
            ? anchored.Node
            : throw new YamlLimitException("TooManyAliases", $"Aliases stand for more than {MaxAliasedNodes} values.", Here(alias.Start));
    }

    private YamlScalar ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        var isText = scalar.Style != ScalarStyle.Plain;
        if (!scalar.Tag.IsEmpty)
            isText = !YamlTags.IsResolved(scalar.Tag, scalar.Value, Here(scalar.Start), _problems) || isText;
        return new(scalar.Value, !isText, Here(scalar.Start));
    }

    private YamlList ReadList(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        YamlTags.Check(start.Tag, "seq", Here(start.Start), _problems);
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new(items, Here(start.Start));
    }

    private YamlMap ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        YamlTags.Check(start.Tag, "map", Here(start.Start), _problems);
        var entries = new YamlEntries(_problems);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            entries.Add(key, ReadNode(depth + 1));
        }

        return new(entries.All(), Here(start.Start));
    }

    private DocumentLocation Here(Mark mark) => Location(_file, mark);

    private static DocumentLocation Location(string? file, Mark mark) =>
        new() { File = file, Line = (int)mark.Line, Column = (int)mark.Column };

    /// <summary>The parser names the beginning of what a tab spoils, which may be long before it.</summary>
    private static DocumentLocation Place(YamlException e, string text, string? file)
    {
        var start = Location(file, e.Start);
        return e.Message.Contains("invalid tab", StringComparison.Ordinal) ? YamlText.FindTab(text, start) : start;
    }

    private static string Reason(YamlException e)
    {
        var reason = e.InnerException?.Message ?? e.Message;
        return $"This is not YAML: {reason.TrimEnd('.')}. Correct this line or the one before: spaces for indentation, quotes and brackets closed.";
    }

    private static DesignProblem Problem(string id, string message, DocumentLocation location) =>
        new() { ErrorId = id, Message = message, Location = location };

    private sealed class YamlLimitException(string errorId, string message, DocumentLocation location) : Exception(message)
    {
        public string ErrorId => errorId;

        public DocumentLocation Location => location;
    }
}
