namespace Drydock.Maas.Design.Templates.Syntax;

internal enum TemplatePartKind
{
    Text,
    Output,
    Statement,
}

/// <summary>A stretch of text, an expression to write, or a statement.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">The text; empty for the others.</param>
/// <param name="Tokens">The tokens between the delimiters.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record TemplatePart(TemplatePartKind Kind, string Text, IReadOnlyList<Token> Tokens, int Line);
