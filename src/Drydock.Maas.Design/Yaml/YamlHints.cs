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
        var last = Math.Clamp(line, 1, lines.Length);
        if (Array.FindIndex(lines, l => Conflict().IsMatch(l)) is >= 0 and var conflict)
            return (conflict + 1, "this is a conflict marker of git. Choose one of the versions, and take the markers out");
        var begin = Array.FindLastIndex(lines, last - 1, l => l.StartsWith("---", StringComparison.Ordinal)) + 1;
        for (var i = begin; i < last; i++)
        {
            if (Indentation().Match(lines[i]).Value.Contains('\u00A0', StringComparison.Ordinal))
                return (i + 1, "this line is indented by no-break spaces (U+00A0). Replace them by ordinary ones");
        }

        for (var i = last - 1; i >= Math.Max(begin, last - 1 - LinesBack); i--)
        {
            if (DashedQuote().IsMatch(lines[i]))
                return (i + 1, "a blank is missing after the dash");
            if (TightColon().Match(lines[i]) is { Success: true } tight)
                return (i + 1, $"a blank is missing after the colon of {tight.Groups["key"].Value}");
        }

        for (var i = last - 1; i >= begin; i--)
        {
            if (OpenQuote().Match(lines[i]) is { Success: true } open)
                return (i + 1, $"the quote {open.Groups["quote"].Value} is not closed in this line");
        }

        return null;
    }

    /// <summary>What is likely wrong with a text that stands where a mapping or list is expected; null when it is not known.</summary>
    public static string? OfScalar(string text) => text switch
    {
        ['-', not (' ' or '-'), ..] when !char.IsAsciiDigit(text[1]) => "a blank is missing after the dash",
        _ when TightKey().Match(text) is { Success: true } tight => $"a blank is missing after the colon of {tight.Groups["key"].Value}",
        _ => null,
    };

    [GeneratedRegex(@"^(<<<<<<< |=======$|>>>>>>> )")]
    private static partial Regex Conflict();

    [GeneratedRegex(@"^[\s\u00A0]*")]
    private static partial Regex Indentation();

    [GeneratedRegex(@"^\s*(- )*-['""]")]
    private static partial Regex DashedQuote();

    // A port, a time or a URL begins no line like that.
    [GeneratedRegex(@"^\s*(- +)*[{]?\s*(?<key>[A-Za-z_][A-Za-z0-9_-]*):[^\s/:]")]
    private static partial Regex TightColon();

    [GeneratedRegex(@"^(?<key>[A-Za-z_][A-Za-z0-9_-]*):[^\s/]")]
    private static partial Regex TightKey();

    [GeneratedRegex("""(: +|- +|[\[{,] *)(?<quote>["'])(?:(?!\k<quote>).)*$""")]
    private static partial Regex OpenQuote();
}
