using System.Globalization;
using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates what an expression begins with: literals, names, lists, mappings and what stands in parentheses.</summary>
internal sealed class PrimaryTranslator(ExpressionTranslator expression, Func<List<string>> arguments, ScriptWriter script)
{
    private TokenCursor Cursor => expression.Cursor;

    public string Value() => Cursor.Current.Kind switch
    {
        TokenKind.Text => script.Constant(Texts()),
        TokenKind.Number => script.Constant(Number(Cursor.Take())),
        TokenKind.Name => Named(Cursor.Take()),
        _ => Bracketed(),
    };

    public static object Number(Token token)
    {
        if (long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        throw new TemplateException(token.Line, $"{token.Text} is no number.");
    }

    // Texts that follow each other are one, as in Python.
    private string Texts()
    {
        var text = "";
        while (Cursor.Current.Kind == TokenKind.Text)
            text += Cursor.Take().Text;
        return text;
    }

    private string Named(Token token) => token.Text switch
    {
        "true" or "True" => script.Constant(true),
        "false" or "False" => script.Constant(false),
        "none" or "None" => script.Constant(NoneValue.Instance),
        "range" when Cursor.Accept("(") => Call("range", token.Line, [.. arguments()]),
        "namespace" or "lipsum" or "cycler" or "joiner" or "dict" when Cursor.IsOperator("(") =>
            throw new TemplateException(token.Line, $"The function {token.Text} is not supported."),
        _ when Cursor.IsOperator("(") => throw new TemplateException(token.Line, $"There is no function {token.Text}; only range."),
        "node" or "action" when expression.Scope.Find(token.Text) is null => token.Text,
        _ => expression.Scope.Find(token.Text) ?? script.Constant(Undefined.Name(token.Text)),
    };

    private string Bracketed()
    {
        if (Cursor.Accept("("))
            return Parenthesis();
        if (Cursor.Accept("["))
            return Call("list", Cursor.Line(), [.. Items("]")]);
        if (Cursor.Accept("{"))
            return Mapping();
        throw Cursor.Unexpected("a value is expected");
    }

    private string Parenthesis()
    {
        if (Cursor.Accept(")"))
            return Call("list", Cursor.Line());
        var first = expression.Expression();
        if (Cursor.Accept(")"))
            return first;
        Cursor.Expect(",", "the first item of a tuple");
        return Call("list", Cursor.Line(), [first, .. Items(")")]);
    }

    private List<string> Items(string end)
    {
        var items = new List<string>();
        while (!Cursor.Accept(end))
        {
            items.Add(expression.Expression());
            if (!Cursor.Accept(",") && !Cursor.IsOperator(end))
                throw Cursor.Unexpected("items are separated by commas");
        }

        return items;
    }

    private string Mapping()
    {
        var entries = new List<string>();
        while (!Cursor.Accept("}"))
        {
            entries.Add(expression.Expression());
            Cursor.Expect(":", "a key");
            entries.Add(expression.Expression());
            if (!Cursor.Accept(",") && !Cursor.IsOperator("}"))
                throw Cursor.Unexpected("entries are separated by commas");
        }

        return Call("mapping", Cursor.Line(), [.. entries]);
    }
}
