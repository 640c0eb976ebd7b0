using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Yaml;

/// <summary>Finds the usual causes of text that is no YAML, which the parser meets long after them.</summary>
internal static partial class YamlHints
{
    private const int LinesBack = 3;

    /// <summary>The line of the cause, from 1, and what it is; null when the parser's own words have to do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">Where the parser gave up.</param>
    public static (int Line, string Cause)? Find(string text, int line)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var last = Math.Clamp(line, 1, lines.Length) - 1;
        if (Array.FindIndex(lines, l => Conflict().IsMatch(l)) is >= 0 and var conflict)
            return (conflict + 1, "this is a conflict marker of git. Choose one of the versions, and take the markers out");

        // What a quote or bracket swallows ends at the next document.
        var begin = last == 0 ? 0 : Array.FindLastIndex(lines, last - 1, l => l.StartsWith("---", StringComparison.Ordinal)) + 1;
        var layout = new YamlLayout(lines, begin, last);
        return FindWhite(lines, begin, last) ?? FindSlip(lines, begin, last) ?? FindQuote(lines, begin, last) ?? layout.FindUnpaired()
            ?? FindValue(lines, begin, last) ?? layout.FindMisplaced();
    }

    /// <summary>The bracket without its other half in the document that has the line.</summary>
    public static (int Line, string Cause)? FindUnpaired(string text, int line)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var index = Math.Clamp(line, 1, lines.Length) - 1;
        var begin = Array.FindLastIndex(lines, index, l => l.StartsWith("---", StringComparison.Ordinal)) + 1;
        var end = Array.FindIndex(lines, Math.Min(begin, lines.Length - 1), l => l.StartsWith("---", StringComparison.Ordinal));
        return new YamlLayout(lines, begin, end < 0 ? lines.Length - 1 : end - 1).FindUnpaired();
    }

    private static (int Line, string Cause)? FindWhite(string[] lines, int begin, int last)
    {
        for (var i = begin; i <= last; i++)
        {
            var indentation = Indentation().Match(lines[i]).Value;
            if (indentation.Contains('\u00A0', StringComparison.Ordinal))
                return (i + 1, "this line is indented by no-break spaces (U+00A0). Replace them by ordinary ones");
            if (indentation.Contains('\t', StringComparison.Ordinal) && indentation.Length < lines[i].Length)
                return (i + 1, "this line is indented by a tab. Use blanks, as many as its neighbours have");
        }

        for (var i = last; i >= Math.Max(begin, last - LinesBack); i--)
        {
            if (lines[i].Contains('\u00A0', StringComparison.Ordinal))
                return (i + 1, "there is a no-break space (U+00A0) in this line. Replace it by an ordinary one");
        }

        return null;
    }

    private static (int Line, string Cause)? FindSlip(string[] lines, int begin, int last)
    {
        for (var i = last; i >= Math.Max(begin, last - LinesBack); i--)
        {
            if (TightDash().IsMatch(lines[i]))
                return (i + 1, "a blank is missing after the dash");
            if (TightColon().Match(lines[i]) is { Success: true } tight)
                return (i + 1, $"a blank is missing after the colon of {tight.Groups["key"].Value}");
            if (OtherDash().Match(lines[i]) is { Success: true } dash)
                return (i + 1, $"this line begins with {dash.Groups["dash"].Value} (U+{(int)dash.Groups["dash"].Value[0]:X4}), not with a dash");
            if (lines[i] is "--" or "----")
                return (i + 1, "a document begins with three dashes");
            if (Template().Match(lines[i]) is { Success: true } template)
                return (i + 1, $"{template.Value} is left of a template. Render it first, or quote the value");
        }

        return null;
    }

    private static (int Line, string Cause)? FindQuote(string[] lines, int begin, int last)
    {
        for (var i = last; i >= begin; i--)
        {
            if (OpenQuote().Match(lines[i]) is { Success: true } open && IsOpen(lines, i, last, open.Groups["quote"]))
                return (i + 1, $"the quote {open.Groups["quote"].Value} is not closed in this line");
        }

        return null;
    }

    /// <summary>Whether a quote is not closed further on: a text may go over several lines.</summary>
    private static bool IsOpen(string[] lines, int index, int last, Group quote) =>
        (lines[index].AsSpan(quote.Index).Count(quote.Value[0])
            + lines.Skip(index + 1).Take(last - index).Sum(l => l.AsSpan().Count(quote.Value[0]))) % 2 == 1;

    private static (int Line, string Cause)? FindValue(string[] lines, int begin, int last)
    {
        for (var i = last; i >= Math.Max(begin, last - LinesBack); i--)
        {
            if (Reserved().Match(lines[i]) is { Success: true } reserved)
                return (i + 1, $"a value that begins with {reserved.Groups["sign"].Value} needs quotes");
            if (TwoColons().Match(lines[i]) is { Success: true } two)
                return (i + 1, $"the value of {two.Groups["key"].Value} has a colon with a blank after it, and needs quotes");
            if (NoComma().Match(lines[i]) is { Success: true } comma)
                return (i + 1, $"a comma is missing before {comma.Groups["key"].Value}");
            if (i > begin && NoColon().Match(lines[i - 1]) is { Success: true } colon && !IsBelowText(lines, begin, i - 1)
                && KeyBelow().IsMatch(lines[i]))
                return (i, $"a colon is missing after {colon.Groups["key"].Value}");
        }

        return null;
    }

    /// <summary>Whether a line may be part of a text that goes over several.</summary>
    private static bool IsBelowText(string[] lines, int begin, int index) =>
        index > begin && Indentation().Match(lines[index]).Length > Indentation().Match(lines[index - 1]).Length
            && !lines[index - 1].TrimEnd().EndsWith(':');

    /// <summary>What is likely wrong with a text that stands where a mapping or list is expected; null when it is not known.</summary>
    public static string? ExplainScalar(string text) => text switch
    {
        ['-', not (' ' or '-'), ..] when !char.IsAsciiDigit(text[1]) => "a blank is missing after the dash",
        _ when TightKey().Match(text) is { Success: true } tight => $"a blank is missing after the colon of {tight.Groups["key"].Value}",
        _ => null,
    };

    [GeneratedRegex(@"^(<<<<<<< |=======$|>>>>>>> )")]
    private static partial Regex Conflict();

    [GeneratedRegex(@"^[\s\u00A0]*")]
    private static partial Regex Indentation();

    [GeneratedRegex(@"^\s*(- )*-[^\s\-0-9.]")]
    private static partial Regex TightDash();

    [GeneratedRegex(@"^\s*(?<dash>[\u2010-\u2015\u2022\u2212])\s")]
    private static partial Regex OtherDash();

    [GeneratedRegex(@"\{%.*?%\}|\{\{.*?\}\}")]
    private static partial Regex Template();

    // A > or | that begins no block.
    [GeneratedRegex(@"(: +|- +|[\[{,] *)(?<sign>[@`%])|(: +|- +)(?<sign>[>|])(?![+\-]?[1-9]?[+\-]?\s*(#.*)?$)")]
    private static partial Regex Reserved();

    [GeneratedRegex("""^\s*(- +)*(?<key>[A-Za-z_][A-Za-z0-9_-]*): +[^\s"'\[{|>&!#][^#]*?: """)]
    private static partial Regex TwoColons();

    [GeneratedRegex(@"[\[{][^\]}]*?: *[^\s,\[\]{}'""]+ +(?<key>[A-Za-z_][A-Za-z0-9_-]*):")]
    private static partial Regex NoComma();

    // A key with or without a value, but for the colon.
    [GeneratedRegex(@"^\s*(- +)*(?<key>[A-Za-z_][A-Za-z0-9_-]*)( +[^:#\s]\S*)?\s*$")]
    private static partial Regex NoColon();

    [GeneratedRegex(@"^\s*(- +)*[A-Za-z_'""][^:]*:(\s|$)")]
    private static partial Regex KeyBelow();

    // A port, a time or a URL begins no line like that.
    [GeneratedRegex(@"^\s*(- +)*[{]?\s*(?<key>[A-Za-z_][A-Za-z0-9_-]*):[^\s/:]")]
    private static partial Regex TightColon();

    [GeneratedRegex(@"^(?<key>[A-Za-z_][A-Za-z0-9_-]*):[^\s/]")]
    private static partial Regex TightKey();

    [GeneratedRegex("""(: +|- +|[\[{,] *)(?<quote>["'])(?:(?!\k<quote>).)*$""")]
    private static partial Regex OpenQuote();
}
