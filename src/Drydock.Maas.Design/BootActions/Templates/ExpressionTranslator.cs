using System.Globalization;
using static Drydock.Maas.Design.BootActions.Templates.ScriptWriter;

namespace Drydock.Maas.Design.BootActions.Templates;

/// <summary>Translates the expressions of one output or statement into script.</summary>
internal sealed class ExpressionTranslator(IReadOnlyList<Token> tokens, ScriptWriter script)
{
    // The library evaluates recursively; a thread's stack bears far more.
    private const int MostOperations = 100;

    private static readonly string[] Comparisons = ["==", "!=", "<", ">", "<=", ">=", "in"];

    private int _at;
    private int _depth;
    private int _operations;

    public required TemplateScope Scope { get; set; }

    public Token Current => tokens[_at];

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    public string Expression()
    {
        if (++_depth > MostOperations)
            throw TooDeep();
        var value = Or();
        while (Accept("if"))
        {
            var condition = Or();
            var line = Current.Line;
            var otherwise = Accept("else") ? Expression() : script.Constant(new Undefined("The if of an expression has no else, and its condition is not met.", IsName: false));
            value = $"({Call("truth", line, condition)} ? {value} : {otherwise})";
        }

        _depth--;
        return value;
    }

    /// <summary>An expression without a trailing if, as a loop has it.</summary>
    public string Or()
    {
        var value = And();
        while (Accept("or"))
            value = $"({Call("or_left", Line(), value)} ?? {And()})";
        return value;
    }

    public bool Accept(string text)
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.Operator) || Current.Text != text)
            return false;
        _at++;
        return true;
    }

    public void Expect(string text, string after)
    {
        if (!Accept(text))
            throw Unexpected($"after {after} comes {text}");
    }

    public string Name(string purpose)
    {
        if (Current.Kind != TokenKind.Name)
            throw Unexpected($"{purpose} is expected");
        return tokens[_at++].Text;
    }

    public TemplateException Unexpected(string expected) =>
        new(Current.Line, IsAtEnd ? $"The expression ends too early: {expected}." : $"\"{Current.Text}\" is not expected here: {expected}.");

    private string And()
    {
        var value = Not();
        while (Accept("and"))
            value = $"({Call("and_left", Line(), value)} ?? {Not()})";
        return value;
    }

    private string Not()
    {
        var negations = 0;
        while (Accept("not"))
            negations++;
        var value = Comparison();
        return negations == 0 ? value : Call(negations % 2 == 1 ? "not" : "truth", Line(), value);
    }

    private string Comparison()
    {
        var left = Sum();
        string? all = null;
        while (true)
        {
            var isNegated = Current.Text == "not" && tokens[_at + 1].Text == "in" && Accept("not");
            if (Array.Find(Comparisons, IsOperator) is not { } comparison)
                return all ?? left;
            _at++;
            var right = Sum();
            var one = Call("compare", Line(), script.Constant(isNegated ? "not in" : comparison), left, right);
            all = all is null ? one : $"({Call("and_left", Line(), all)} ?? {one})";
            left = right;
        }
    }

    private string Sum() => Binary(Concatenation, "+", "-");

    private string Concatenation() => Binary(Product, "~");

    private string Product() => Binary(Unary, "*", "/", "//", "%");

    private string Binary(Func<string> operand, params string[] operators)
    {
        var value = operand();
        while (Array.Find(operators, IsOperator) is { } found)
        {
            _at++;
            value = Call("arithmetic", Line(), script.Constant(found), value, operand());
        }

        return value;
    }

    private string Unary()
    {
        var isNegative = false;
        while (IsOperator("-") || IsOperator("+"))
            isNegative ^= tokens[_at++].Text == "-";
        var value = Power();
        return isNegative ? Call("arithmetic", Line(), script.Constant("-"), script.Constant(0L), value) : value;
    }

    private string Power()
    {
        var value = Postfix(Primary());
        if (IsOperator("**"))
            throw new TemplateException(Current.Line, "The operator ** is not supported.");
        return value;
    }

    private string Postfix(string value)
    {
        while (true)
        {
            if (Accept("."))
                value = Member(value);
            else if (Accept("["))
                value = Item(value);
            else if (Accept("|"))
                value = Filter(value);
            else if (Current is { Kind: TokenKind.Name, Text: "is" })
                value = Test(value);
            else if (IsOperator("("))
                throw new TemplateException(Current.Line, "Only methods of texts and mappings, and range, can be called.");
            else
                return value;
        }
    }

    private string Member(string value)
    {
        if (Current.Kind == TokenKind.Number)
            return Call("item", Line(), value, script.Constant(Number(tokens[_at++])));
        var name = Name("the name of a member");
        return Accept("(")
            ? Call("method", Line(), [value, script.Constant(name), .. Arguments()])
            : Call("member", Line(), value, script.Constant(name));
    }

    private string Item(string value)
    {
        var none = script.Constant(NoneValue.Instance);
        var first = IsOperator(":") ? none : Expression();
        if (!Accept(":"))
        {
            Expect("]", "an index");
            return Call("item", Line(), value, first);
        }

        var second = IsOperator("]") ? none : Expression();
        Expect("]", "a slice");
        return Call("slice", Line(), value, first, second);
    }

    private string Filter(string value)
    {
        var name = Name("the name of a filter");
        if (!TemplateFilters.Names.Contains(name))
            throw new TemplateException(tokens[_at - 1].Line, $"There is no filter {name}; there are {string.Join(", ", TemplateFilters.Names.Order(StringComparer.Ordinal))}.");
        return Call("filter", Line(), [value, script.Constant(name), .. Accept("(") ? Arguments() : []]);
    }

    private string Test(string value)
    {
        _at++;
        var isNegated = Accept("not");
        var name = Name("the name of a test");
        if (!TemplateTests.Names.Contains(name))
            throw new TemplateException(tokens[_at - 1].Line, $"There is no test {name}; there are {string.Join(", ", TemplateTests.Names.Order(StringComparer.Ordinal))}.");
        string[] arguments = Accept("(") ? [.. Arguments()] : TemplateTests.HasArgument(name) ? [Postfix(Primary())] : [];
        var test = Call("test", Line(), [value, script.Constant(name), .. arguments]);
        return isNegated ? Call("not", Line(), test) : test;
    }

    /// <summary>Arguments up to the closing parenthesis; one with a name follows a constant that holds the name.</summary>
    private List<string> Arguments()
    {
        var arguments = new List<string>();
        while (!Accept(")"))
        {
            if (Current.Kind == TokenKind.Name && tokens[_at + 1] is { Kind: TokenKind.Operator, Text: "=" })
            {
                arguments.Add(script.Constant(new ArgumentName(Current.Text)));
                _at += 2;
            }

            arguments.Add(Expression());
            if (!Accept(",") && !IsOperator(")"))
                throw Unexpected("arguments are separated by commas");
        }

        return arguments;
    }

    private string Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                return script.Constant(Texts());
            case TokenKind.Number:
                _at++;
                return script.Constant(Number(token));
            case TokenKind.Name:
                _at++;
                return Named(token);
            default:
                return Bracketed();
        }
    }

    // Texts that follow each other are one, as in Python.
    private string Texts()
    {
        var text = "";
        while (Current.Kind == TokenKind.Text)
            text += tokens[_at++].Text;
        return text;
    }

    private string Named(Token token) => token.Text switch
    {
        "true" or "True" => script.Constant(true),
        "false" or "False" => script.Constant(false),
        "none" or "None" => script.Constant(NoneValue.Instance),
        "range" when Accept("(") => Call("range", token.Line, [.. Arguments()]),
        "namespace" or "lipsum" or "cycler" or "joiner" or "dict" when IsOperator("(") =>
            throw new TemplateException(token.Line, $"The function {token.Text} is not supported."),
        _ when IsOperator("(") => throw new TemplateException(token.Line, $"There is no function {token.Text}; only range."),
        "node" or "action" when Scope.Find(token.Text) is null => token.Text,
        _ => Scope.Find(token.Text) ?? script.Constant(Undefined.Name(token.Text)),
    };

    private string Bracketed()
    {
        if (Accept("("))
            return Parenthesis();
        if (Accept("["))
            return Call("list", Line(), [.. Items("]")]);
        if (Accept("{"))
            return Mapping();
        throw Unexpected("a value is expected");
    }

    private string Parenthesis()
    {
        if (Accept(")"))
            return Call("list", Line());
        var first = Expression();
        if (Accept(")"))
            return first;
        Expect(",", "the first item of a tuple");
        return Call("list", Line(), [first, .. Items(")")]);
    }

    private List<string> Items(string end)
    {
        var items = new List<string>();
        while (!Accept(end))
        {
            items.Add(Expression());
            if (!Accept(",") && !IsOperator(end))
                throw Unexpected("items are separated by commas");
        }

        return items;
    }

    private string Mapping()
    {
        var entries = new List<string>();
        while (!Accept("}"))
        {
            entries.Add(Expression());
            Expect(":", "a key");
            entries.Add(Expression());
            if (!Accept(",") && !IsOperator("}"))
                throw Unexpected("entries are separated by commas");
        }

        return Call("mapping", Line(), [.. entries]);
    }

    private static object Number(Token token)
    {
        if (long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        throw new TemplateException(token.Line, $"{token.Text} is no number.");
    }

    private bool IsOperator(string text) => Current.Kind is TokenKind.Operator or TokenKind.Name && Current.Text == text;

    /// <summary>The line of what was read last; each operation asks for it once, so it counts them too.</summary>
    private int Line()
    {
        if (++_operations > MostOperations)
            throw TooDeep();
        return tokens[Math.Max(0, _at - 1)].Line;
    }

    private TemplateException TooDeep() => new(Current.Line, $"The expression has more than {MostOperations} operations; split it with set.");
}
