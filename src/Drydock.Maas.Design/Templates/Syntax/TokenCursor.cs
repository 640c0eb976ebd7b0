using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Steps through the tokens of one output or statement.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens)
{
    // The library evaluates recursively; a thread's stack bears far more.
    public const int MostOperations = 100;

    private int _at;
    private int _operations;

    public Token Current => tokens[_at];

    /// <summary>The token after the current one; there is one unless the current one is the end.</summary>
    public Token Next => tokens[_at + 1];

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    /// <summary>The line of what was read last.</summary>
    public int LastLine => tokens[Math.Max(0, _at - 1)].Line;

    public bool IsOperator(string text) => Current.Kind is TokenKind.Operator or TokenKind.Name && Current.Text == text;

    public bool Accept(string text)
    {
        if (!IsOperator(text))
            return false;
        _at++;
        return true;
    }

    public void Expect(string text, string after)
    {
        if (!Accept(text))
            throw Unexpected($"after {after} comes {text}");
    }

    /// <summary>The current token; the one after it is current then.</summary>
    public Token Take() => tokens[_at++];

    public string Name(string purpose)
    {
        if (Current.Kind != TokenKind.Name)
            throw Unexpected($"{purpose} is expected");
        return Take().Text;
    }

    /// <summary>The line of what was read last; each operation asks for it once, so it counts them too.</summary>
    public int Line()
    {
        if (++_operations > MostOperations)
            throw TooDeep();
        return LastLine;
    }

    public TemplateException Unexpected(string expected) =>
        new(Current.Line, $"{(IsAtEnd ? "The expression ends too early" : $"\"{Current.Text}\" is not expected here")}: {expected}.");

    public TemplateException TooDeep() =>
        new(Current.Line, $"The expression has more than {MostOperations} operations; split it with set.");
}
