using Drydock.Maas.Design.Templates.Syntax;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates with: names that are known up to endwith.</summary>
internal static class WithStatement
{
    public static void Translate(TemplatePart part, TemplateTranslator template)
    {
        var expression = template.Open(part, 1);
        var outer = template.Enter();
        Bind(expression, template);
        ExpressionList.Close(expression, "with");
        template.Body(part, "with");
        var body = template.Leave(outer);
        template.Scope.Body.Append(body);
    }

    private static void Bind(ExpressionTranslator expression, TemplateTranslator template)
    {
        while (!expression.Cursor.IsAtEnd)
        {
            var name = expression.Cursor.Name("a name");
            expression.Cursor.Expect("=", "the name");
            var value = expression.Expression();
            template.Write($"{template.Scope.Bind(name)} = {value}");
            if (!expression.Cursor.Accept(","))
                break;
        }
    }
}
