namespace Drydock.Maas.Design.Yaml;

/// <summary>The check of a text for characters that YAML does not allow, before it is parsed.</summary>
internal static class YamlText
{
    /// <summary>A problem for the first character that YAML forbids; the scanner would end there without a word.</summary>
    public static DesignProblem? FindForbidden(string text, string? file)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsAllowed(text, i))
                continue;
            var line = text.AsSpan(0, i).Count('\n') + 1;
            return new DesignProblem
            {
                ErrorId = ErrorIds.InvalidCharacter,
                Message = $"This is not YAML: the character U+{(int)text[i]:X4} may not stand in a text. Delete it.",
                Location = new DocumentLocation { File = file, Line = line, Column = i - (i == 0 ? -1 : text.LastIndexOf('\n', i - 1)) },
            };
        }

        return null;
    }

    /// <summary>The first tab that indents a line at or after the place, or the place itself.</summary>
    public static DocumentLocation FindTab(string text, DocumentLocation start)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var tab = line[..^line.TrimStart().Length].IndexOf('\t');
            if (++number >= start.Line && tab >= 0)
                return start with { Line = number, Column = tab + 1 };
        }

        return start;
    }

    private static bool IsAllowed(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' or '\u0085' => true,
        < ' ' or >= '\u007F' and < '\u00A0' or '\uFFFE' or '\uFFFF' => false,
        var c when char.IsHighSurrogate(c) => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
        var c when char.IsLowSurrogate(c) => index > 0 && char.IsHighSurrogate(text[index - 1]),
        _ => true,
    };
}
