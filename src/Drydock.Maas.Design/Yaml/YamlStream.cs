using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drydock.Maas.Design.Yaml;

/// <summary>Reads the documents of a YAML text into nodes with places, or tells what is wrong with it.</summary>
internal sealed class YamlStream
{
    private readonly Parser _parser;
    private readonly YamlNodeReader _nodes;

    private YamlStream(string text, string? file, List<DesignProblem> problems)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _nodes = new YamlNodeReader(_parser, file, problems);
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
            problems.Add(Explain(e, content, file));
        }
        catch (YamlLimitException e)
        {
            problems.Add(Problem(e.ErrorId, e.Message, e.Location));
        }

        // The scanner has several places where broken text surprises it.
        catch (Exception e) when (
            e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            var end = Location(file, stream._parser.Current?.End ?? Mark.Empty);
            problems.Add(Hinted(content, end) ?? Unpaired(content, end) ?? Problem(
                ErrorIds.InvalidYaml, "This is not YAML: it ends, or goes on, where that is not possible.", end));
        }

        return documents;
    }

    /// <summary>The place of a mark in a file.</summary>
    public static DocumentLocation Location(string? file, Mark mark) =>
        new() { File = file, Line = (int)mark.Line, Column = (int)mark.Column };

    private void ReadAll(List<YamlNode> documents, CancellationToken token)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.Accept<StreamEnd>(out _))
        {
            token.ThrowIfCancellationRequested();
            _parser.Consume<DocumentStart>();
            var node = _nodes.Read();
            _parser.Consume<DocumentEnd>();
            if (node is not YamlScalar { IsNull: true })
                documents.Add(node);
        }
    }

    /// <summary>The parser names the beginning of what a tab spoils, which may be long before it.</summary>
    private static DocumentLocation Place(YamlException e, string text, string? file)
    {
        var start = Location(file, e.Start);
        return e.Message.Contains("invalid tab", StringComparison.Ordinal) ? YamlText.FindTab(text, start) : start;
    }

    private static DesignProblem Explain(YamlException e, string text, string? file)
    {
        var place = Place(e, text, file);
        return Hinted(text, e.End.Line > e.Start.Line ? Location(file, e.End) : place) ?? Problem(ErrorIds.InvalidYaml, Reason(e), place);
    }

    private static DesignProblem? Hinted(string text, DocumentLocation place) => YamlHints.Find(text, place.Line) is { } hint
        ? Problem(ErrorIds.InvalidYaml, $"This is not YAML: {hint.Cause}.", place with { Line = hint.Line, Column = 1 })
        : null;

    /// <summary>A bracket that is not closed leads the parser astray for long.</summary>
    private static DesignProblem? Unpaired(string text, DocumentLocation place) => YamlHints.FindUnpaired(text, place.Line) is { } hint
        ? Problem(ErrorIds.InvalidYaml, $"This is not YAML: {hint.Cause}.", place with { Line = hint.Line, Column = 1 })
        : null;

    private static string Reason(YamlException e)
    {
        var reason = e.InnerException?.Message ?? e.Message;
        return $"This is not YAML: {reason.TrimEnd('.')}. "
            + "Correct this line or the one before: spaces for indentation, quotes and brackets closed.";
    }

    private static DesignProblem Problem(string id, string message, DocumentLocation location) =>
        new() { ErrorId = id, Message = message, Location = location };
}
