using System.Text.RegularExpressions;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Splits a Jinja2 template into tokens; whitespace control, comments and raw are dealt with here.</summary>
internal sealed partial class TemplateLexer
{
    private static readonly string[] Operators =
    [
        "==", "!=", "<=", ">=", "//", "**", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ".", ":", "|",
    ];

    private readonly string _source;
    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _lineBegin;

    // As Jinja2 reads: every line end is \n, and the last one of the template does not count.
    private TemplateLexer(string source)
    {
        var text = source.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        _source = text.EndsWith('\n') ? text[..^1] : text;
    }

    private TemplatePlace Place => new(_line, _at - _lineBegin + 1);

    /// <exception cref="TemplateException">Something is not closed, or means nothing.</exception>
    public static IReadOnlyList<Token> Read(string source)
    {
        var lexer = new TemplateLexer(source);
        lexer.Run();
        return lexer._tokens;
    }

    private void Run()
    {
        var strip = false;
        while (_at < _source.Length)
        {
            var open = NextOpening();
            AddData(open, strip, open + 2 < _source.Length && _source[open + 2] == '-');
            strip = _at < _source.Length && ReadTag();
        }

        Add(TokenKind.End, "", Place);
    }

    private int NextOpening()
    {
        for (var i = _source.IndexOf('{', _at); i >= 0 && i + 1 < _source.Length; i = _source.IndexOf('{', i + 1))
        {
            if (_source[i + 1] is '{' or '%' or '#')
                return i;
        }

        return _source.Length;
    }

    private void Add(TokenKind kind, string text, TemplatePlace place) => _tokens.Add(new(kind, text, place));

    private void AddData(int end, bool stripStart, bool stripEnd)
    {
        var text = _source[_at..end];
        var kept = stripStart ? text.TrimStart() : text;
        kept = stripEnd ? kept.TrimEnd() : kept;
        if (kept.Length > 0)
            Add(TokenKind.Data, kept, Place);
        MoveTo(end);
    }

    private void MoveTo(int end)
    {
        for (var i = _source.IndexOf('\n', _at, end - _at); i >= 0; i = _source.IndexOf('\n', i + 1, end - i - 1))
        {
            _line++;
            _lineBegin = i + 1;
        }

        _at = end;
    }

    /// <summary>Reads what begins with two braces; says whether white space after it goes.</summary>
    private bool ReadTag()
    {
        var kind = _source[_at + 1];
        if (kind == '#')
            return SkipComment();
        if (kind == '%' && Raw().Match(_source, _at) is { Success: true } raw)
            return ReadRaw(raw);
        var place = Place;
        Add(kind == '{' ? TokenKind.OutputBegin : TokenKind.StatementBegin, _source.Substring(_at, 2), place);
        _at += 2;
        if (_at < _source.Length && _source[_at] is '-' or '+')
            _at++;
        return ReadTokens(kind == '{' ? "}}" : "%}", place);
    }

    private bool SkipComment()
    {
        var end = _source.IndexOf("#}", _at + 2, StringComparison.Ordinal);
        if (end < 0)
            throw new TemplateException("The comment that begins with {# is not closed; end it with #}.", Place);
        MoveTo(end + 2);
        return _source[end - 1] == '-';
    }

    private bool ReadRaw(Match begin)
    {
        var end = EndRaw().Match(_source, begin.Index + begin.Length);
        if (!end.Success)
            throw new TemplateException("{% raw %} is not closed; end it with {% endraw %}.", Place);
        MoveTo(begin.Index + begin.Length);
        AddData(end.Index, begin.Groups["strip"].Length > 0, end.Groups["before"].Value == "-");
        MoveTo(end.Index + end.Length);
        return end.Groups["after"].Value == "-";
    }

    /// <summary>Reads the tokens of an output or a statement; its end does not count within brackets.</summary>
    private bool ReadTokens(string end, TemplatePlace begin)
    {
        var open = 0;
        for (MoveTo(SkipSpace()); _at < _source.Length; MoveTo(SkipSpace()))
        {
            if (open == 0 && EndAt(end) is { } found)
            {
                Add(TokenKind.Close, end, Place);
                _at += found.Length;
                return found[0] == '-';
            }

            open += ReadToken();
            if (open < 0)
                throw new TemplateException($"There is a {_tokens[^1].Text} too many.", _tokens[^1].Place);
        }

        throw new TemplateException($"{(end == "}}" ? "{{" : "{%")} is not closed; end it with {end}.", begin);
    }

    private int SkipSpace()
    {
        var at = _at;
        while (at < _source.Length && char.IsWhiteSpace(_source[at]))
            at++;
        return at;
    }

    private string? EndAt(string end)
    {
        var sign = _source[_at] is '-' or '+' ? _source.Substring(_at, 1) : "";
        return string.CompareOrdinal(_source, _at + sign.Length, end, 0, end.Length) == 0 ? sign + end : null;
    }

    /// <summary>Reads a token; says by how much the brackets are deeper then.</summary>
    private int ReadToken()
    {
        var c = _source[_at];
        if (c is '\'' or '"')
            return ReadText(c);
        if (char.IsAsciiDigit(c))
            return Take(TokenKind.Number, FractionAt() ?? Whole().Match(_source, _at).Length);
        if (char.IsLetter(c) || c == '_')
            return Take(TokenKind.Name, Name().Match(_source, _at).Length);
        var text = Array.Find(Operators, o => string.CompareOrdinal(_source, _at, o, 0, o.Length) == 0)
            ?? throw new TemplateException($"The character {c} means nothing here.", Place);
        Take(TokenKind.Operator, text.Length);
        return text is "(" or "[" or "{" ? 1 : text is ")" or "]" or "}" ? -1 : 0;
    }

    // After a point there is an index: a.0.1 has two.
    private int? FractionAt() =>
        _source[_at - 1] != '.' && Fraction().Match(_source, _at) is { Success: true } fraction ? fraction.Length : null;

    private int ReadText(char quote)
    {
        var place = Place;
        var end = _at + 1;
        while (end < _source.Length && _source[end] != quote)
            end += _source[end] == '\\' ? 2 : 1;
        if (end >= _source.Length)
            throw new TemplateException($"The text that begins with {quote} is not closed.", place);
        Add(TokenKind.Text, Literal.ReadText(_source[(_at + 1)..end], place), place);
        MoveTo(end + 1);
        return 0;
    }

    private int Take(TokenKind kind, int length)
    {
        Add(kind, _source.Substring(_at, length), Place);
        _at += length;
        return 0;
    }

    [GeneratedRegex(@"\G\{%[-+]?\s*raw\s*(?<strip>-?)%\}")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\{%(?<before>[-+]?)\s*endraw\s*(?<after>[-+]?)%\}")]
    private static partial Regex EndRaw();

    [GeneratedRegex(@"\G\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\G(?:0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[0-9a-f])+|[1-9](?:_?[0-9])*|0(?:_?0)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\G(?:[0-9]+_)*[0-9]+(?:(?:\.(?:[0-9]+_)*[0-9]+)?e[+-]?(?:[0-9]+_)*[0-9]+|\.(?:[0-9]+_)*[0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Fraction();
}
