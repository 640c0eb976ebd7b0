using System.Text;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Reads the tokens of one output or statement.</summary>
internal sealed class TokenReader
{
    private static readonly string[] Operators =
    [
        "==", "!=", "<=", ">=", "//", "**", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ".", ":", "|",
    ];

    private readonly string _source;
    private readonly string _end;
    private readonly int _firstLine;
    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line;
    private int _open;

    private TokenReader(string source, int at, int line, string end)
    {
        _source = source;
        _at = at;
        _line = line;
        _firstLine = line;
        _end = end;
    }

    /// <summary>The tokens up to the end, where reading goes on, and whether white space after it goes.</summary>
    public static (IReadOnlyList<Token> Tokens, int Next, int Line, bool Strip) Read(string source, int at, int line, string end)
    {
        var reader = new TokenReader(source, at, line, end);
        var strip = reader.Run();
        return (reader._tokens, reader._at, reader._line, strip);
    }

    private bool Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at];
            if (char.IsWhiteSpace(c))
            {
                _line += c == '\n' ? 1 : 0;
                _at++;
            }
            else if (_open == 0 && FindEnd() is { } end)
            {
                _tokens.Add(new(TokenKind.End, _end, _line));
                _at += end.Length;
                return end[0] == '-';
            }
            else
            {
                ReadToken(c);
            }
        }

        throw new TemplateException(_firstLine, $"{(_end == "}}" ? "{{" : "{%")} is not closed; end it with {_end}.");
    }

    private string? FindEnd()
    {
        foreach (var end in new[] { _end, "-" + _end, "+" + _end })
        {
            if (string.CompareOrdinal(_source, _at, end, 0, end.Length) == 0)
                return end;
        }

        return null;
    }

    private void ReadToken(char c)
    {
        if (c is '\'' or '"')
            _tokens.Add(new(TokenKind.Text, ReadText(c), _line));
        else if (char.IsAsciiDigit(c))
            _tokens.Add(new(TokenKind.Number, ReadNumber(), _line));
        else if (char.IsLetter(c) || c == '_')
            _tokens.Add(new(TokenKind.Name, Take(i => char.IsLetterOrDigit(_source[i]) || _source[i] == '_'), _line));
        else
            ReadOperator(c);
    }

    private string ReadNumber() => Take(i => char.IsAsciiLetterOrDigit(_source[i]) || _source[i] == '_' || IsPoint(i))
        .Replace("_", "", StringComparison.Ordinal);

    private bool IsPoint(int i) => _source[i] == '.' && i + 1 < _source.Length && char.IsAsciiDigit(_source[i + 1]);

    private void ReadOperator(char c)
    {
        var text = Array.Find(Operators, o => string.CompareOrdinal(_source, _at, o, 0, o.Length) == 0)
            ?? throw new TemplateException(_line, $"The character {c} means nothing here.");
        _open += text is "(" or "[" or "{" ? 1 : text is ")" or "]" or "}" ? -1 : 0;
        if (_open < 0)
            throw new TemplateException(_line, $"There is a {text} too many.");
        _tokens.Add(new(TokenKind.Operator, text, _line));
        _at += text.Length;
    }

    private string Take(Func<int, bool> belongs)
    {
        var begin = _at;
        while (_at < _source.Length && belongs(_at))
            _at++;
        return _source[begin.._at];
    }

    private string ReadText(char quote)
    {
        var line = _line;
        var text = new StringBuilder();
        for (_at++; _at < _source.Length; _at++)
        {
            var c = _source[_at];
            _line += c == '\n' ? 1 : 0;
            if (c == quote)
            {
                _at++;
                return text.ToString();
            }

            text.Append(c == '\\' && _at + 1 < _source.Length ? Escaped(_source[++_at]) : c.ToString());
        }

        throw new TemplateException(line, $"The text that begins with {quote} is not closed.");
    }

    private string Escaped(char c) => c switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        '\\' or '\'' or '"' => c.ToString(),
        'x' or 'u' or 'U' => throw new TemplateException(_line, $"The escape \\{c} is not supported; write the character itself."),
        _ => "\\" + c,
    };
}
