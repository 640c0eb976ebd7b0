using System.Text;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>Patterns and replacement templates of Python's re, as substitutions use them.</summary>
internal static class PythonPattern
{
    // A pattern of an unknown author must not keep us busy for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The first match, or the part of it that the group holds; null when there is none.</summary>
    /// <exception cref="ArgumentException">The pattern cannot be read, or has no such group.</exception>
    public static string? Search(string pattern, string text, int group)
    {
        var match = Compile(pattern).Match(text);
        if (!match.Success)
            return null;
        return group >= 0 && group < match.Groups.Count ? match.Groups[group].Value : throw new ArgumentException($"The pattern {pattern} has no group {group}.");
    }

    /// <summary>Replaces every match by the template, in which \1, \g&lt;name&gt;, \n and so on mean what they mean in Python.</summary>
    /// <exception cref="ArgumentException">Pattern or template cannot be read.</exception>
    public static string Replace(string pattern, string text, string template)
    {
        var regex = Compile(pattern);
        var parts = Parse(template, regex);
        return regex.Replace(text, match => string.Concat(parts.Select(part => part(match))));
    }

    private static Regex Compile(string pattern)
    {
        var ours = pattern.Replace("(?P<", "(?<", StringComparison.Ordinal).Replace("\\Z", "\\z", StringComparison.Ordinal);
        ours = Regex.Replace(ours, @"\(\?P=(\w+)\)", "\\k<$1>", RegexOptions.None, Patience);
        return new Regex(ours, RegexOptions.CultureInvariant, Patience);
    }

    private static List<Func<Match, string>> Parse(string template, Regex regex)
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
            if (!regex.GetGroupNames().Contains(group, StringComparer.Ordinal))
                throw new ArgumentException($"invalid group reference {group}");
            parts.Add(match => match.Groups[group].Value);
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

    // \0 and three octal digits are characters; anything else is a group of one or two digits.
    private static string? Digits(string template, ref int at, StringBuilder literal)
    {
        var length = 1;
        while (length < 3 && at + length < template.Length && char.IsAsciiDigit(template[at + length]))
            length++;
        var digits = template.Substring(at, length);
        var isOctal = digits.All(d => d is >= '0' and <= '7') && (digits[0] == '0' || length == 3);
        if (isOctal)
        {
            literal.Append((char)(Convert.ToInt32(digits, 8) & 0xff));
            at += length - 1;
            return null;
        }

        var group = digits[..Math.Min(2, length)];
        at += group.Length - 1;
        return group;
    }
}
