using System.Text.RegularExpressions;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Splits a Jinja2 template into text, outputs and statements; whitespace control, comments and raw are dealt with here.</summary>
internal sealed partial class TemplateLexer
{
    private readonly string _source;
    private readonly List<TemplatePart> _parts = [];
    private int _at;
    private int _line = 1;

    // As Jinja2 reads: every line end is \n, and the last one of the template does not count.
    private TemplateLexer(string source)
    {
        var text = source.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        _source = text.EndsWith('\n') ? text[..^1] : text;
    }

    public static IReadOnlyList<TemplatePart> Split(string source)
    {
        var lexer = new TemplateLexer(source);
        lexer.Run();
        return lexer._parts;
    }

    private void Run()
    {
        var strip = false;
        while (_at < _source.Length)
        {
            var open = NextOpening();
            AddText(_source[_at..open], strip, open + 2 < _source.Length && _source[open + 2] == '-');
            _at = open;
            strip = open < _source.Length && ReadTag();
        }
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

    private void AddText(string text, bool stripStart, bool stripEnd)
    {
        var kept = stripStart ? text.TrimStart() : text;
        kept = stripEnd ? kept.TrimEnd() : kept;
        if (kept.Length > 0)
            _parts.Add(new(TemplatePartKind.Text, kept, [], _line));
        _line += text.AsSpan().Count('\n');
    }

    /// <summary>Reads what begins with two braces; says whether white space after it goes.</summary>
    private bool ReadTag()
    {
        var line = _line;
        var kind = _source[_at + 1];
        if (kind == '#')
            return SkipComment(line);
        if (kind == '%' && Raw().Match(_source, _at) is { Success: true } raw)
            return ReadRaw(raw, line);
        _at += 2;
        if (_at < _source.Length && _source[_at] is '-' or '+')
            _at++;
        var (tokens, next, newLine, strip) = TokenReader.Read(_source, _at, line, kind == '{' ? "}}" : "%}");
        _parts.Add(new(kind == '{' ? TemplatePartKind.Output : TemplatePartKind.Statement, "", tokens, line));
        (_at, _line) = (next, newLine);
        return strip;
    }

    private bool SkipComment(int line)
    {
        var end = _source.IndexOf("#}", _at + 2, StringComparison.Ordinal);
        if (end < 0)
            throw new TemplateException(line, "The comment that begins with {# is not closed; end it with #}.");
        _line += _source.AsSpan(_at, end - _at).Count('\n');
        _at = end + 2;
        return _source[end - 1] == '-';
    }

    private bool ReadRaw(Match begin, int line)
    {
        var end = EndRaw().Match(_source, begin.Index + begin.Length);
        if (!end.Success)
            throw new TemplateException(line, "{% raw %} is not closed; end it with {% endraw %}.");
        _line += begin.Value.AsSpan().Count('\n');
        AddText(_source[(begin.Index + begin.Length)..end.Index], begin.Groups["strip"].Length > 0, end.Groups["before"].Value == "-");
        _line += end.Value.AsSpan().Count('\n');
        _at = end.Index + end.Length;
        return end.Groups["after"].Value == "-";
    }

    [GeneratedRegex(@"\G\{%[-+]?\s*raw\s*(?<strip>-?)%\}")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\{%(?<before>[-+]?)\s*endraw\s*(?<after>[-+]?)%\}")]
    private static partial Regex EndRaw();
}
