using System.Globalization;

namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>Reads paths. Filters, unions and parents are errors that say so: nobody may be handed another value than he asked for.</summary>
internal sealed class JsonPathParser(string text)
{
    private static readonly string[] Keywords = ["parent", "where", "wherenot"];
    private readonly List<IReadOnlyList<PathStep>> _segments = [];
    private List<PathStep> _steps = [];
    private int _at;
    private bool _isReadOnly;

    private bool AtEnd => _at == text.Length;

    public JsonPath Parse()
    {
        SkipSpace();
        if (AtEnd)
            throw Unexpected();
        if (text[_at] == '$')
            _at++;
        else
            ReadStart();
        while (SkipSpace() && !AtEnd)
            ReadStep();
        _segments.Add(_steps);
        return new(text, _segments, _isReadOnly && _segments is [{ Count: 0 }]);
    }

    private void ReadStart()
    {
        if (text[_at] == '[')
            ReadBrackets();
        else
            ReadFields();
    }

    private void ReadStep()
    {
        switch (text[_at])
        {
            case '[':
                ReadBrackets();
                break;
            case '.' when _at + 1 < text.Length && text[_at + 1] == '.':
                _at += 2;
                _segments.Add(_steps);
                _steps = [];
                ReadAfterDot();
                break;
            case '.':
                _at++;
                ReadAfterDot();
                break;
            default:
                throw Unexpected();
        }
    }

    private void ReadAfterDot()
    {
        SkipSpace();
        if (AtEnd)
            throw Unexpected();
        if (text[_at] == '[')
            ReadBrackets();
        else if (text[_at] == '$')
            ReadRootAgain();
        else
            ReadFields();
    }

    private void ReadRootAgain()
    {
        if (_steps.Count > 0 || _segments.Count > 0)
            throw Parser("near token $; it may only stand at the beginning");
        _isReadOnly = true;
        _at++;
    }

    private void ReadFields()
    {
        if (text[_at] == '*')
        {
            _at++;
            _steps.Add(new PathStep.Fields([]));
            return;
        }

        var names = new List<string> { ReadName() };
        while (SkipSpace() && !AtEnd && text[_at] == ',')
        {
            _at++;
            SkipSpace();
            names.Add(ReadName());
        }

        _steps.Add(new PathStep.Fields(names));
    }

    private string ReadName()
    {
        if (AtEnd)
            throw Unexpected();
        if (text[_at] is '\'' or '"')
            return ReadQuoted();
        if (IsNumberHere())
            return ReadNumber().ToString(CultureInfo.InvariantCulture);
        var start = _at;
        while (!AtEnd && (char.IsAsciiLetter(text[_at]) || text[_at] is '_' or '@' || (_at > start && (char.IsAsciiDigit(text[_at]) || text[_at] == '-'))))
            _at++;
        var name = text[start.._at];
        if (name.Length == 0)
            throw Unexpected();
        return Keywords.Contains(name) ? throw Parser($"near token {name} ({name.ToUpperInvariant()}); quote the key to have it taken as one") : name;
    }

    private string ReadQuoted()
    {
        var quote = text[_at++];
        var name = new System.Text.StringBuilder();
        while (!AtEnd && text[_at] != quote)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            name.Append(text[_at++]);
        }

        if (AtEnd)
            throw Lexer($"Unexpected end of string starting with {quote}");
        _at++;
        return name.ToString();
    }

    private void ReadBrackets()
    {
        _at++;
        SkipSpace();
        if (AtEnd)
            throw Unexpected();
        if (text[_at] == '*')
        {
            _at++;
            _steps.Add(new PathStep.Slice(null, null, null));
        }
        else if (text[_at] == ':' || IsNumberHere())
            ReadIndexOrSlice();
        else
            ReadFields();
        SkipSpace();
        if (AtEnd || text[_at] != ']')
            throw Unexpected();
        _at++;
    }

    private void ReadIndexOrSlice()
    {
        var parts = new List<int?> { IsNumberHere() ? ReadNumber() : null };
        while (SkipSpace() && !AtEnd && text[_at] == ':' && parts.Count < 3)
        {
            _at++;
            SkipSpace();
            parts.Add(IsNumberHere() ? ReadNumber() : null);
        }

        _steps.Add(parts.Count == 1 ? new PathStep.Index(parts[0]!.Value) : new PathStep.Slice(parts[0], parts[1], parts.ElementAtOrDefault(2)));
    }

    private bool IsNumberHere() =>
        !AtEnd && (char.IsAsciiDigit(text[_at]) || (text[_at] == '-' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])));

    private int ReadNumber()
    {
        var start = _at++;
        while (!AtEnd && char.IsAsciiDigit(text[_at]))
            _at++;
        return int.TryParse(text[start.._at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Parser($"near token {text[start.._at]} (NUMBER)");
    }

    private bool SkipSpace()
    {
        while (!AtEnd && text[_at] is ' ' or '\t')
            _at++;
        return true;
    }

    private JsonPathException Unexpected()
    {
        if (AtEnd)
            return Parser("near the end of string");
        return text[_at] is '.' or '[' or ']' or '(' or ')' or '$' or ',' or ':' or '|' or '&' or '*' or '~' || char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '\'' or '"' or '_' or '@'
            ? Parser($"near token {text[_at]}")
            : Lexer($"Unexpected character: {text[_at]}");
    }

    private JsonPathException Parser(string what) => new("JsonPathParserError", $"The path {text} cannot be read: parse error at 1:{_at} {what}.");

    private JsonPathException Lexer(string what) => new("JsonPathLexerError", $"The path {text} cannot be read: error on line 1, col {_at}: {what}.");
}
