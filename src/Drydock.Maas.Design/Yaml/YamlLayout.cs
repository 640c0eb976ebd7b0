using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Yaml;

/// <summary>The lines of a document that YAML could not read: brackets without their other half, lines indented like none above.</summary>
internal sealed partial class YamlLayout
{
    private readonly List<(int Number, int Indent, string Text)> _lines = [];
    private readonly List<Level> _levels = [];

    /// <param name="lines">All lines of the text.</param>
    /// <param name="begin">Index of the document's first line.</param>
    /// <param name="end">Index of the last line to look at.</param>
    public YamlLayout(string[] lines, int begin, int end)
    {
        var scalar = -1;
        for (var i = begin; i <= end; i++)
        {
            var text = Comment().Replace(lines[i], "").TrimEnd();
            var indent = text.Length - text.TrimStart(' ').Length;
            if (scalar >= 0 && (text.Length == 0 || indent > scalar))
                continue;
            scalar = BlockScalar().IsMatch(text) ? indent : -1;
            if (text.Trim().Length > 0 && !text.TrimStart().StartsWith('#') && !text.StartsWith("---", StringComparison.Ordinal))
                _lines.Add((i + 1, indent, text.Trim()));
        }
    }

    /// <summary>The line with a bracket that is not closed, or that closes nothing.</summary>
    public (int Line, string Cause)? FindUnpaired()
    {
        var open = new Stack<(char Bracket, int Line)>();
        foreach (var (number, _, line) in _lines)
        {
            foreach (var c in Quoted().Replace(line, ""))
            {
                if (c is '[' or '{')
                    open.Push((c, number));
                else if (c is ']' or '}' && !(open.TryPop(out var last) && last.Bracket == (c == ']' ? '[' : '{')))
                    return (number, $"the bracket {c} closes none that is open");
            }
        }

        return open.Count > 0 ? (open.Last().Line, $"the bracket {open.Last().Bracket} is not closed in this line, nor after it") : null;
    }

    /// <summary>The first line that is indented like none it could belong to, or that has no dash among lines that have.</summary>
    public (int Line, string Cause)? FindMisplaced()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (Place(_lines[i], i > 0 ? _lines[i - 1] : default) is { } cause)
                return (_lines[i].Number, cause);
        }

        return null;
    }

    private string? Place((int Number, int Indent, string Text) line, (int Number, int Indent, string Text) before)
    {
        var left = _levels.LastOrDefault();
        while (_levels.Count > 0 && _levels[^1].Indent > line.Indent)
            _levels.RemoveAt(_levels.Count - 1);
        var isItem = Item().IsMatch(line.Text);
        var here = _levels.LastOrDefault();
        var isDeeper = here is null || here.Indent < line.Indent;
        if (isDeeper && left is not null && left.Indent > line.Indent)
        {
            var or = here is null ? "" : FormattableString.Invariant($" or {here.Indent} (line {here.Line})");
            return FormattableString.Invariant($"this line is indented by {line.Indent} blanks, the lines above it that it could belong to by ")
                + FormattableString.Invariant($"{left.Indent} (line {left.Line}){or}. Correct its indentation");
        }

        if (isDeeper && left is not null && HasValue(before.Text) && (isItem || Key().IsMatch(line.Text)))
            return FormattableString.Invariant($"this line is indented deeper than line {before.Number}, which has its value already. ")
                + "Correct the indentation of one of them";
        if (!isDeeper && here!.IsList && !isItem)
        {
            _levels.RemoveAt(_levels.Count - 1);
            if (_levels.LastOrDefault()?.Indent != line.Indent)
                return FormattableString.Invariant($"this line has no dash, but stands among lines that have one, such as line {here.Line}");
        }
        else if (isDeeper || (isItem && !here!.IsList))
        {
            _levels.Add(new(line.Indent, isItem, line.Number));
        }

        for (var (text, indent) = (line.Text, line.Indent); Item().Match(text) is { Success: true, Length: var length };)
        {
            (text, indent) = (text[length..], indent + length);
            if (text.Length > 0)
                _levels.Add(new(indent, Item().IsMatch(text), line.Number));
        }

        return null;
    }

    /// <summary>Whether nothing can stand below a line, since its value is in it.</summary>
    private static bool HasValue(string text) => !text.EndsWith(':') && !OnlyItem().IsMatch(text) && !Properties().IsMatch(text);

    private sealed record Level(int Indent, bool IsList, int Line);

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(^|[:\-]\s+)[|>][+\-0-9]*$")]
    private static partial Regex BlockScalar();

    [GeneratedRegex("""("(\\.|[^"\\])*"|'[^']*')""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^-( +|$)")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(- *)+$")]
    private static partial Regex OnlyItem();

    // An anchor or a tag, whose value comes below.
    [GeneratedRegex(@"(^|: |- )[&!]\S*$")]
    private static partial Regex Properties();

    [GeneratedRegex(@"^[^\s\[{""'#][^:#]*:(\s|$)")]
    private static partial Regex Key();
}
