using System.Globalization;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

internal enum TokenKind
{
    Data,
    OutputBegin,
    StatementBegin,
    Name,
    Text,
    Number,
    Operator,

    /// <summary>Ends an output or a statement.</summary>
    Close,

    /// <summary>The end of the template.</summary>
    End,
}

/// <summary>A stretch of text, a delimiter, or a token of an expression.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">As written; for a text its value.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record Token(TokenKind Kind, string Text, TemplatePlace Place);

/// <summary>Steps through the tokens of a template.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens)
{
    /// <summary>How deep expressions and statements may be nested; a thread's stack bears more.</summary>
    public const int MostNested = 100;

    private int _at;
    private int _nested;

    public Token Current => tokens[_at];

    /// <summary>The token after the current one; there is one unless the current one is the last.</summary>
    public Token Next => tokens[_at + 1];

    /// <summary>Whether an output or a statement is read to its end.</summary>
    public bool IsAtEnd => Current.Kind == TokenKind.Close;

    /// <summary>The current token; the one after it is current then.</summary>
    public Token Take() => tokens[_at++];

    public bool Is(string text) => Current.Kind is TokenKind.Operator or TokenKind.Name && Current.Text == text;

    public bool Accept(string text)
    {
        if (!Is(text))
            return false;
        _at++;
        return true;
    }

    public void Expect(string text, string after)
    {
        if (!Accept(text))
            throw Unexpected($"after {after} comes {text}");
    }

    public string Name(string purpose)
    {
        if (Current.Kind != TokenKind.Name)
            throw Unexpected($"{purpose} is expected");
        return Take().Text;
    }

    /// <summary>Ends an output or a statement.</summary>
    public void Close(string what)
    {
        if (!IsAtEnd)
            throw Unexpected($"{what} ends before it");
        _at++;
    }

    /// <summary>Goes a level deeper; <see cref="Leave"/> comes back.</summary>
    public void Enter()
    {
        if (++_nested > MostNested)
        {
            throw new TemplateException(
                string.Create(CultureInfo.InvariantCulture, $"Expressions and statements are nested more than {MostNested} deep."),
                Current.Place);
        }
    }

    public void Leave() => _nested--;

    public TemplateException Unexpected(string expected) =>
        new($"{(IsAtEnd ? "The expression ends too early" : $"\"{Current.Text}\" is not expected here")}: {expected}.", Current.Place);
}
