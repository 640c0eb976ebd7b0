using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Reads values and names with commas between.</summary>
internal static class ExpressionList
{
    /// <summary>One value, or several with commas between, which are a tuple.</summary>
    public static string Values(ExpressionTranslator expression)
    {
        var cursor = expression.Cursor;
        var line = cursor.Current.Line;
        var values = new List<string> { expression.Expression() };
        while (cursor.Accept(",") && !cursor.IsAtEnd)
            values.Add(expression.Expression());
        return values.Count == 1 ? values[0] : Call("list", line, [.. values]);
    }

    public static List<string> Names(TokenCursor cursor)
    {
        var isBracketed = cursor.Accept("(");
        var names = new List<string> { cursor.Name("a name") };
        while (cursor.Accept(","))
            names.Add(cursor.Name("a name"));
        if (isBracketed)
            cursor.Expect(")", "the names");
        return names;
    }

    /// <exception cref="TemplateException">Something is left.</exception>
    public static void Close(ExpressionTranslator expression, string what)
    {
        if (!expression.Cursor.IsAtEnd)
            throw expression.Cursor.Unexpected($"{what} ends before it");
    }
}
