using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>Patterns and replacement templates of Python's re, as substitutions use them.</summary>
internal static class PythonPattern
{
    // Documents whose texts hold the one before twice soon have more characters than memory.
    private const int MostCharacters = 8 * 1024 * 1024;

    /// <summary>The group of the first match; null when there is no match, unsuccessful when the match leaves the group out.</summary>
    /// <exception cref="ArgumentException">The pattern cannot be read, or has no such group.</exception>
    public static Group? Search(string pattern, string text, int group)
    {
        var regex = new PythonRegex(pattern);
        var match = regex.Regex.Match(text);
        if (!match.Success)
            return null;
        return group >= 0 && group <= regex.Groups
            ? match.Groups[group]
            : throw new ArgumentException($"The pattern {pattern} has no group {group}.");
    }

    /// <summary>Replaces every match by the template, in which \1, \g&lt;name&gt;, \n and so on mean what they mean in Python.</summary>
    /// <exception cref="ArgumentException">Pattern or template cannot be read.</exception>
    public static string Replace(string pattern, string text, string template)
    {
        var regex = new PythonRegex(pattern);
        var parts = Parse(template, regex);
        var length = text.Length;
        return regex.Regex.Replace(text, match =>
        {
            var replaced = string.Concat(parts.Select(part => part(match)));
            return (length += replaced.Length) <= MostCharacters ? replaced : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"the text would become longer than {MostCharacters} characters"));
        });
    }

    private static List<Func<Match, string>> Parse(string template, PythonRegex regex)
    {
        var parts = new List<Func<Match, string>>();
        var literal = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '\\')
            {
                literal.Append(template[at]);
                continue;
            }

            if (Escape(template, ref at, literal) is not { } group)
                continue;
            var text = literal.ToString();
            parts.Add(_ => text);
            literal.Clear();
            var number = regex.GetNumber(group) ?? throw new ArgumentException($"invalid group reference {group}");
            parts.Add(match => match.Groups[number].Value);
        }

        var rest = literal.ToString();
        parts.Add(_ => rest);
        return parts;
    }

    /// <summary>Reads an escape at the backslash; a group's name or number, or null when it stood for a character.</summary>
    private static string? Escape(string template, ref int at, StringBuilder literal)
    {
        if (++at == template.Length)
            throw new ArgumentException("bad escape (end of pattern)");
        var character = template[at];
        if (character == 'g')
            return GroupName(template, ref at);
        if (char.IsAsciiDigit(character))
            return Digits(template, ref at, literal);
        literal.Append(character switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            '\\' => '\\',
            _ when char.IsAsciiLetter(character) => throw new ArgumentException($"bad escape \\{character}"),
            _ => character,
        });
        if (!char.IsAsciiLetter(character) && character != '\\')
            literal.Insert(literal.Length - 1, '\\');
        return null;
    }

    private static string GroupName(string template, ref int at)
    {
        var end = at + 1 < template.Length && template[at + 1] == '<' ? template.IndexOf('>', at) : -1;
        if (end < 0 || end == at + 2)
            throw new ArgumentException("missing group name");
        var name = template[(at + 2)..end];
        at = end;
        return name;
    }

    // \0 with up to two more octal digits, and three octal digits, are characters; anything else is a group of one or two digits.
    private static string? Digits(string template, ref int at, StringBuilder literal)
    {
        var octal = Count(template, at, '7');
        if (template[at] == '0' || octal == 3)
        {
            var code = Convert.ToInt32(template.Substring(at, octal), 8);
            if (code > 0xff)
                throw new ArgumentException($"octal escape value \\{template.Substring(at, octal)} outside of range 0-0o377");
            literal.Append((char)code);
            at += octal - 1;
            return null;
        }

        var group = template.Substring(at, Math.Min(2, Count(template, at, '9')));
        at += group.Length - 1;
        return group;
    }

    private static int Count(string template, int at, char most)
    {
        var length = 0;
        while (length < 3 && at + length < template.Length && template[at + length] >= '0' && template[at + length] <= most)
            length++;
        return length;
    }
}
