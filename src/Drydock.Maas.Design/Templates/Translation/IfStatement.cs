using Drydock.Maas.Design.Templates.Syntax;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates if, elif and else.</summary>
internal static class IfStatement
{
    public static void Translate(TemplatePart part, TemplateTranslator template)
    {
        Condition(part, "if", template);
        for (var branch = Branch(part, template); branch.Tokens[0].Text != "endif"; branch = Branch(part, template))
        {
            if (branch.Tokens[0].Text == "elif")
            {
                Condition(branch, "else if", template);
                continue;
            }

            if (branch.Tokens[0].Text != "else")
                throw StatementEnd.Misplaced(branch, part, "if");
            Otherwise(branch, part, template);
            break;
        }

        template.Write("end");
    }

    private static TemplatePart Branch(TemplatePart part, TemplateTranslator template) =>
        template.Block(["elif", "else", "endif"]) ?? throw StatementEnd.Missing(part, "if");

    private static void Condition(TemplatePart branch, string keyword, TemplateTranslator template)
    {
        var expression = template.Open(branch, 1);
        template.Write($"{keyword} {Call("truth", branch.Line, expression.Expression())}");
        ExpressionList.Close(expression, "the condition");
    }

    private static void Otherwise(TemplatePart branch, TemplatePart part, TemplateTranslator template)
    {
        ExpressionList.Close(template.Open(branch, 1), "else");
        template.Write("else");
        template.Body(part, "if");
    }
}
