using System.Collections;
using System.Globalization;
using System.Text;

namespace Drydock.Maas.Security;

/// <summary>
/// Text that others wrote, made safe for a terminal or a log: control characters (ESC, C1), marks that turn the direction of writing
/// and characters without a shape are written as \x1b or \u202e, so that they are seen and do nothing.
/// </summary>
public static class TerminalText
{
    /// <summary>The text with its lines and tabs as they are, and everything else that a terminal would obey made visible.</summary>
    /// <param name="text">Any text; null stays null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Escape(string? text) => Escape(text, keepLines: true);

    /// <summary>The text on one line: line breaks and tabs are made visible too.</summary>
    /// <param name="text">Any text; null stays null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? EscapeLine(string? text) => Escape(text, keepLines: false);

    /// <summary>A value for a cell of a view: numbers, dates and the like as they are, texts and lists of texts on one line.</summary>
    /// <param name="value">What the cell is to show.</param>
    public static object? EscapeCell(object? value) => value switch
    {
        null => null,
        string text => EscapeLine(text),
        Enum or bool or IConvertible or TimeSpan or DateTimeOffset or Guid => value,
        IDictionary map => EscapeLine(string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}={map[key]}"))),
        IEnumerable list => list.Cast<object?>().Select(EscapeCell).ToArray(),
        _ => EscapeLine(value.ToString()),
    };

    private static string? Escape(string? text, bool keepLines)
    {
        if (text is null)
            return null;
        var first = 0;
        while (first < text.Length && IsHarmless(text, first, keepLines))
            first++;
        if (first == text.Length)
            return text;
        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (IsHarmless(text, i, keepLines))
                escaped.Append(text[i]);
            else
                Append(escaped, text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsHarmless(string text, int at, bool keepLines)
    {
        var c = text[at];
        if (c is >= ' ' and <= '~')
            return true;
        switch (c)
        {
            case '\n' or '\t':
                return keepLines;
            case '\r':
                return keepLines && at + 1 < text.Length && text[at + 1] == '\n';
            case >= '\ud800' and <= '\udfff':
                return IsHarmlessPair(text, at);
            default:
                return !IsFormatting(char.GetUnicodeCategory(c));
        }
    }

    // Both halves of a pair are judged alike; a half without the other has no meaning anywhere.
    private static bool IsHarmlessPair(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]))
            at--;
        return at >= 0
            && at + 1 < text.Length
            && char.IsSurrogatePair(text[at], text[at + 1])
            && !IsFormatting(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1])));
    }

    private static bool IsFormatting(UnicodeCategory category) => category
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    private static void Append(StringBuilder escaped, char c) => _ = c switch
    {
        '\n' => escaped.Append("\\n"),
        '\r' => escaped.Append("\\r"),
        '\t' => escaped.Append("\\t"),
        < '\u0100' => escaped.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
        _ => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    };
}
