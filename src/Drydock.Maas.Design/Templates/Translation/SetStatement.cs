using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates set: of a value, of several at once, or of the text up to endset.</summary>
internal static class SetStatement
{
    public static void Translate(TemplatePart part, TemplateTranslator template)
    {
        var expression = template.Open(part, 1);
        var names = ExpressionList.Names(expression.Cursor);
        if (expression.Cursor.Current.Text == ".")
            throw new TemplateException(part.Line, "Members cannot be set; namespace is not supported.");
        if (expression.Cursor.Accept("="))
            Value(part, names, expression, template);
        else
            Capture(part, names[0], expression, template);
    }

    private static void Value(TemplatePart part, List<string> names, ExpressionTranslator expression, TemplateTranslator template)
    {
        var value = template.Script.NewVariable();
        template.Write($"{value} = {ExpressionList.Values(expression)}");
        ExpressionList.Close(expression, "set");
        for (var i = 0; i < names.Count; i++)
        {
            var place = template.Scope.Declare(names[i]);
            template.Write($"{place} = {(names.Count == 1 ? value : Part(value, i))}");
        }

        string Part(string values, int index) => Call(
            "part", part.Line, values, template.Script.Constant((long)index), template.Script.Constant((long)names.Count));
    }

    private static void Capture(TemplatePart part, string name, ExpressionTranslator expression, TemplateTranslator template)
    {
        ExpressionList.Close(expression, "set");
        var captured = template.Script.NewVariable();
        template.Write($"capture {captured}");
        template.Body(part, "set");
        template.Write("end");
        template.Write($"{template.Scope.Declare(name)} = {Call("captured", part.Line, captured)}");
    }
}
