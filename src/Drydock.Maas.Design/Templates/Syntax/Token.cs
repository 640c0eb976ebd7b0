namespace Drydock.Maas.Design.Templates.Syntax;

internal enum TokenKind
{
    Name,
    Text,
    Number,
    Operator,
    End,
}

/// <summary>A token of an expression.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">As written; for a text its value.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record Token(TokenKind Kind, string Text, int Line);
