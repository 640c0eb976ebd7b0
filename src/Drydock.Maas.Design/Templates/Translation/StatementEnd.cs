using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Statements that end others, or a branch of them.</summary>
internal static class StatementEnd
{
    public static bool IsOne(TemplatePart part) => part.Tokens[0].Text is "endif" or "endfor" or "else" or "elif" or "endset" or "endwith";

    /// <exception cref="TemplateException">The end belongs to another statement.</exception>
    public static void Verify(TemplatePart end, TemplatePart part, string name)
    {
        if (end.Tokens[0].Text != "end" + name)
            throw Misplaced(end, part, name);
    }

    public static TemplateException Missing(TemplatePart part, string name) =>
        new(part.Line, $"{{% {name} %}} is not closed; end it with {{% end{name} %}}.");

    public static TemplateException Misplaced(TemplatePart found, TemplatePart part, string name) => new(
        found.Line,
        $"{found.Tokens[0].Text} does not belong to the {name} of line {part.Line}; end that with {{% end{name} %}} first.");
}
