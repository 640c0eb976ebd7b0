using System.Globalization;
using System.Text;

namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>Steps through the text of a path: names, numbers, single characters, and what is wrong with them.</summary>
internal sealed class PathLexer(string text)
{
    private const int MostShown = 200;
    private const string Punctuation = ".[]()$,:|&*~'\"_@";
    private static readonly string[] Keywords = ["parent", "where", "wherenot"];
    private int _at;

    public bool AtEnd => _at == text.Length;

    public char Current => text[_at];

    public bool IsDescent => Current == '.' && _at + 1 < text.Length && text[_at + 1] == '.';

    public override string ToString() => text;

    public void Skip(int count = 1) => _at += count;

    public bool SkipSpace()
    {
        while (!AtEnd && text[_at] is ' ' or '\t')
            _at++;
        return true;
    }

    public bool IsNumberHere() =>
        !AtEnd && (char.IsAsciiDigit(text[_at]) || (text[_at] == '-' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])));

    public int ReadNumber()
    {
        var start = _at++;
        while (!AtEnd && char.IsAsciiDigit(text[_at]))
            _at++;
        return int.TryParse(text[start.._at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw CreateParserError($"near token {text[start.._at]} (NUMBER)");
    }

    public string ReadName()
    {
        if (AtEnd)
            throw CreateUnexpectedError();
        if (text[_at] is '\'' or '"')
            return ReadQuoted();
        if (IsNumberHere())
            return ReadNumber().ToString(CultureInfo.InvariantCulture);
        var start = _at;
        while (!AtEnd && IsPartOfName(_at > start))
            _at++;
        var name = text[start.._at];
        if (name.Length == 0)
            throw CreateUnexpectedError();
        return Keywords.Contains(name)
            ? throw CreateParserError($"near token {name} ({name.ToUpperInvariant()}); quote the key to have it taken as one")
            : name;
    }

    public JsonPathException CreateUnexpectedError()
    {
        if (AtEnd)
            return CreateParserError("near the end of string");
        return Punctuation.Contains(text[_at], StringComparison.Ordinal) || char.IsAsciiLetterOrDigit(text[_at])
            ? CreateParserError($"near token {text[_at]}")
            : CreateLexerError($"Unexpected character: {text[_at]}");
    }

    public JsonPathException CreateParserError(string what) =>
        new(ErrorIds.JsonPathParserError, $"The path {Shorten(text)} cannot be read: parse error at 1:{_at} {what}.");

    /// <summary>A path as messages show it.</summary>
    public static string Shorten(string? path) => path is null || path.Length <= MostShown ? path ?? "" : path[..MostShown] + "...";

    private bool IsPartOfName(bool hasBegun) => char.IsAsciiLetter(text[_at]) || text[_at] is '_' or '@'
        || (hasBegun && (char.IsAsciiDigit(text[_at]) || text[_at] == '-'));

    private string ReadQuoted()
    {
        var quote = text[_at++];
        var name = new StringBuilder();
        while (!AtEnd && text[_at] != quote)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            name.Append(text[_at++]);
        }

        if (AtEnd)
            throw CreateLexerError($"Unexpected end of string starting with {quote}");
        _at++;
        return name.ToString();
    }

    private JsonPathException CreateLexerError(string what) =>
        new(ErrorIds.JsonPathLexerError, $"The path {Shorten(text)} cannot be read: error on line 1, col {_at}: {what}.");
}
