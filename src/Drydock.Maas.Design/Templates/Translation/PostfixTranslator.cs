using Drydock.Maas.Design.Templates.Functions;
using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates a value and what follows it: members, indexes, filters and tests.</summary>
internal sealed class PostfixTranslator
{
    private readonly ExpressionTranslator _expression;
    private readonly ScriptWriter _script;
    private readonly PrimaryTranslator _primary;

    public PostfixTranslator(ExpressionTranslator expression, ScriptWriter script)
    {
        _expression = expression;
        _script = script;
        _primary = new PrimaryTranslator(expression, Arguments, script);
    }

    private TokenCursor Cursor => _expression.Cursor;

    public string Value()
    {
        var value = _primary.Value();
        while (true)
        {
            if (Cursor.Accept("."))
                value = Member(value);
            else if (Cursor.Accept("["))
                value = Item(value);
            else if (Cursor.Accept("|"))
                value = Filter(value);
            else if (Cursor.Current is { Kind: TokenKind.Name, Text: "is" })
                value = Test(value);
            else if (Cursor.IsOperator("("))
                throw new TemplateException(Cursor.Current.Line, "Only methods of texts and mappings, and range, can be called.");
            else
                return value;
        }
    }

    private string Member(string value)
    {
        if (Cursor.Current.Kind == TokenKind.Number)
            return Call("item", Cursor.Line(), value, _script.Constant(PrimaryTranslator.Number(Cursor.Take())));
        var name = Cursor.Name("the name of a member");
        return Cursor.Accept("(")
            ? Call("method", Cursor.Line(), [value, _script.Constant(name), .. Arguments()])
            : Call("member", Cursor.Line(), value, _script.Constant(name));
    }

    private string Item(string value)
    {
        var none = _script.Constant(NoneValue.Instance);
        var first = Cursor.IsOperator(":") ? none : _expression.Expression();
        if (!Cursor.Accept(":"))
        {
            Cursor.Expect("]", "an index");
            return Call("item", Cursor.Line(), value, first);
        }

        var second = Cursor.IsOperator("]") ? none : _expression.Expression();
        Cursor.Expect("]", "a slice");
        return Call("slice", Cursor.Line(), value, first, second);
    }

    private string Filter(string value)
    {
        var name = Known(Cursor.Name("the name of a filter"), "filter", TemplateFilters.Names);
        return Call("filter", Cursor.Line(), [value, _script.Constant(name), .. Cursor.Accept("(") ? Arguments() : []]);
    }

    private string Test(string value)
    {
        Cursor.Take();
        var isNegated = Cursor.Accept("not");
        var name = Known(Cursor.Name("the name of a test"), "test", TemplateTests.Names);
        string[] arguments = Cursor.Accept("(") ? [.. Arguments()] : TemplateTests.HasArgument(name) ? [Value()] : [];
        var test = Call("test", Cursor.Line(), [value, _script.Constant(name), .. arguments]);
        return isNegated ? Call("not", Cursor.Line(), test) : test;
    }

    private string Known(string name, string kind, IReadOnlyCollection<string> names) => names.Contains(name)
        ? name
        : throw new TemplateException(
            Cursor.LastLine, $"There is no {kind} {name}; there are {string.Join(", ", names.Order(StringComparer.Ordinal))}.");

    /// <summary>Arguments up to the closing parenthesis; one with a name follows a constant that holds the name.</summary>
    private List<string> Arguments()
    {
        var arguments = new List<string>();
        while (!Cursor.Accept(")"))
        {
            if (Cursor.Current.Kind == TokenKind.Name && Cursor.Next is { Kind: TokenKind.Operator, Text: "=" })
            {
                arguments.Add(_script.Constant(new ArgumentName(Cursor.Take().Text)));
                Cursor.Take();
            }

            arguments.Add(_expression.Expression());
            if (!Cursor.Accept(",") && !Cursor.IsOperator(")"))
                throw Cursor.Unexpected("arguments are separated by commas");
        }

        return arguments;
    }
}
