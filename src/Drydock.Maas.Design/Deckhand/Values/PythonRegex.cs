using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Deckhand.Values;

/// <summary>A pattern of Python's re: the same groups in the same order, and an error for what Python refuses.</summary>
internal sealed class PythonRegex
{
    // A pattern of an unknown author must not keep us busy for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const string Escapes = "AbBdDsSwWZafnrtvxuUN";

    private readonly string _pattern;
    private readonly StringBuilder _ours = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private int _at;

    /// <exception cref="ArgumentException">The pattern cannot be read.</exception>
    public PythonRegex(string pattern)
    {
        _pattern = pattern;
        while (_at < pattern.Length)
            ReadOne();
        Regex = new Regex(_ours.ToString(), RegexOptions.CultureInvariant, Patience);
    }

    public Regex Regex { get; }

    public int Groups { get; private set; }

    /// <summary>The number of a group that a template names, by name or number; null when there is none.</summary>
    public int? GetNumber(string group)
    {
        if (_names.TryGetValue(group, out var named))
            return named;
        const NumberStyles Blanks = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return int.TryParse(group, Blanks, CultureInfo.InvariantCulture, out var number) && number <= Groups ? number : null;
    }

    private void ReadOne()
    {
        switch (_pattern[_at])
        {
            case '\\':
                ReadEscape();
                break;
            case '[':
                ReadSet();
                break;
            case '(':
                ReadGroup();
                break;
            case '{' when Starts("{,"):
                _ours.Append("{0,");
                _at += 2;
                break;
            default:
                _ours.Append(_pattern[_at++]);
                break;
        }
    }

    private void ReadEscape()
    {
        if (_at + 1 == _pattern.Length)
            throw Bad("bad escape (end of pattern)");
        var escaped = _pattern[_at + 1];
        if (char.IsAsciiLetter(escaped) && !Escapes.Contains(escaped, StringComparison.Ordinal))
            throw Bad($"bad escape \\{escaped}");
        _ours.Append('\\').Append(escaped == 'Z' ? 'z' : escaped);
        _at += 2;
    }

    private void ReadSet()
    {
        _ours.Append(_pattern[_at++]);
        if (Starts("^"))
            _ours.Append(_pattern[_at++]);
        for (var isFirst = true; _at < _pattern.Length && (isFirst || _pattern[_at] != ']'); isFirst = false)
        {
            if (_pattern[_at] == '\\')
            {
                ReadEscape();
                continue;
            }

            // To .NET, -[ begins a subtraction.
            _ours.Append(_pattern[_at] == '[' ? "\\[" : _pattern[_at].ToString());
            _at++;
        }
    }

    private void ReadGroup()
    {
        if (!Starts("(?"))
        {
            Groups++;
            _ours.Append(_pattern[_at++]);
        }
        else if (Starts("(?P<"))
            ReadNamed();
        else if (Starts("(?P="))
            _ours.Append(CultureInfo.InvariantCulture, $"(?:\\{GetNumber(ReadName("(?P=", ')')) ?? throw Bad("unknown group name")})");
        else if (Starts("(?<") && !Starts("(?<=") && !Starts("(?<!"))
            throw Bad("unknown extension ?<");
        else if (FlagEnd() is { } end)
            ReadFlags(end);
        else
        {
            _ours.Append("(?");
            _at += 2;
        }
    }

    private void ReadNamed()
    {
        var name = ReadName("(?P<", '>');
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !_names.TryAdd(name, ++Groups))
            throw Bad($"bad group name {name}");
        _ours.Append('(');
    }

    // Flags for the whole pattern stand at its beginning; a and u are what .NET cannot switch.
    private void ReadFlags(int end)
    {
        if (_at != 0)
            throw Bad("global flags not at the start of the expression");
        var flags = _pattern[2..end].Replace("a", "", StringComparison.Ordinal).Replace("u", "", StringComparison.Ordinal);
        if (flags.Length > 0)
            _ours.Append("(?").Append(flags).Append(')');
        _at = end + 1;
    }

    private int? FlagEnd()
    {
        var end = _at + 2;
        while (end < _pattern.Length && "aiLmsux".Contains(_pattern[end], StringComparison.Ordinal))
            end++;
        return end > _at + 2 && end < _pattern.Length && _pattern[end] == ')' ? end : null;
    }

    private string ReadName(string start, char end)
    {
        var close = _pattern.IndexOf(end, _at);
        if (close < 0)
            throw Bad("missing group name");
        var name = _pattern[(_at + start.Length)..close];
        _at = close + 1;
        return name;
    }

    private bool Starts(string text) => string.CompareOrdinal(_pattern, _at, text, 0, text.Length) == 0;

    private ArgumentException Bad(string reason) => new($"The pattern {_pattern} cannot be read: {reason}.");
}
