using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Parses the statements of a template.</summary>
internal sealed class TemplateParser
{
    private static readonly string[] Ends = ["elif", "else", "endif", "endfor", "endset", "endwith"];

    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;

    private TemplateParser(IReadOnlyList<Token> tokens)
    {
        _cursor = new TokenCursor(tokens);
        _expressions = new ExpressionParser(_cursor);
    }

    /// <exception cref="TemplateException">What is no Jinja2, or not supported.</exception>
    public static IReadOnlyList<TemplateStatement> Parse(string template)
    {
        var parser = new TemplateParser(TemplateLexer.Read(template));
        var statements = parser.ParseBody();
        var end = parser._cursor.Current;
        return end.Kind == TokenKind.End
            ? statements
            : throw new TemplateException($"There is nothing open that {end.Text} could belong to.", end.Place);
    }

    /// <summary>Statements up to one that ends another or a branch of it, whose name is current then, or up to the end.</summary>
    private List<TemplateStatement> ParseBody()
    {
        _cursor.Enter();
        var statements = new List<TemplateStatement>();
        while (_cursor.Current.Kind != TokenKind.End)
        {
            var token = _cursor.Take();
            if (token.Kind == TokenKind.Data)
                statements.Add(new DataStatement(token.Place, token.Text));
            else if (token.Kind == TokenKind.OutputBegin)
                statements.Add(ParseOutput(token.Place));
            else if (_cursor.Current.Kind == TokenKind.Name && Ends.Contains(_cursor.Current.Text))
                break;
            else
                statements.Add(ParseStatement(token.Place));
        }

        _cursor.Leave();
        return statements;
    }

    private OutputStatement ParseOutput(TemplatePlace place)
    {
        var value = _expressions.ParseTuple();
        _cursor.Close("an output");
        return new(place, value);
    }

    private TemplateStatement ParseStatement(TemplatePlace place)
    {
        if (_cursor.IsAtEnd)
            throw new TemplateException("The statement is empty.", place);
        var name = _cursor.Take();
        return name.Text switch
        {
            "if" => ParseIf(place),
            "for" => ParseFor(place),
            "set" => ParseSet(place),
            "with" => ParseWith(place),
            _ => throw new TemplateException($"The statement {name.Text} is not supported; if, for, set, with and raw are.", name.Place),
        };
    }

    private IfStatement ParseIf(TemplatePlace place)
    {
        var branches = new List<(TemplateExpression?, IReadOnlyList<TemplateStatement>)> { ParseBranch() };
        var end = TakeEnd("if", place, "elif", "else");
        for (; end == "elif"; end = TakeEnd("if", place, "elif", "else"))
            branches.Add(ParseBranch());
        if (end == "else")
        {
            _cursor.Close("else");
            branches.Add((null, ParseBody()));
            TakeEnd("if", place);
        }

        _cursor.Close("endif");
        return new(place, branches);
    }

    private (TemplateExpression?, IReadOnlyList<TemplateStatement>) ParseBranch()
    {
        var condition = _expressions.ParseExpression();
        _cursor.Close("the condition");
        return (condition, ParseBody());
    }

    private ForStatement ParseFor(TemplatePlace place)
    {
        var names = ParseNames();
        _cursor.Expect("in", "the names of a loop");
        var items = _expressions.ParseUnconditionalTuple();
        var condition = _cursor.Accept("if") ? _expressions.ParseExpression() : null;
        if (_cursor.Is("recursive"))
            throw new TemplateException("Recursive loops are not supported.", _cursor.Current.Place);
        _cursor.Close("the loop");
        var body = ParseBody();
        IReadOnlyList<TemplateStatement> otherwise = [];
        if (TakeEnd("for", place, "else") == "else")
        {
            _cursor.Close("else");
            otherwise = ParseBody();
            TakeEnd("for", place);
        }

        _cursor.Close("endfor");
        return new(place, names, items, condition, body, otherwise);
    }

    private TemplateStatement ParseSet(TemplatePlace place)
    {
        var names = ParseNames();
        if (_cursor.Is("."))
            throw new TemplateException("Members cannot be set; namespace is not supported.", _cursor.Current.Place);
        if (_cursor.Accept("="))
        {
            var value = _expressions.ParseTuple();
            _cursor.Close("set");
            return new SetStatement(place, names, value);
        }

        _cursor.Close("set");
        return new CaptureStatement(place, names[0], ParseBlockBody("set", place));
    }

    private WithStatement ParseWith(TemplatePlace place)
    {
        var values = new List<KeyValuePair<string, TemplateExpression>>();
        while (!_cursor.IsAtEnd)
        {
            var name = _cursor.Name("a name");
            _cursor.Expect("=", "the name");
            values.Add(new(name, _expressions.ParseExpression()));
            if (!_cursor.Accept(","))
                break;
        }

        _cursor.Close("with");
        return new(place, values, ParseBlockBody("with", place));
    }

    private List<string> ParseNames()
    {
        var isBracketed = _cursor.Accept("(");
        var names = new List<string> { _cursor.Name("a name") };
        while (_cursor.Accept(","))
            names.Add(_cursor.Name("a name"));
        if (isBracketed)
            _cursor.Expect(")", "the names");
        return names;
    }

    private List<TemplateStatement> ParseBlockBody(string name, TemplatePlace place)
    {
        var body = ParseBody();
        TakeEnd(name, place);
        _cursor.Close("end" + name);
        return body;
    }

    /// <summary>The name of what ends a statement, or begins one of these branches of it.</summary>
    private string TakeEnd(string name, TemplatePlace place, params string[] branches)
    {
        if (_cursor.Current.Kind == TokenKind.End)
            throw new TemplateException($"{{% {name} %}} is not closed; end it with {{% end{name} %}}.", place);
        var end = _cursor.Take();
        return end.Text == "end" + name || branches.Contains(end.Text)
            ? end.Text
            : throw new TemplateException(
                $"{end.Text} does not belong to the {name} of line {place.Line}; end that with {{% end{name} %}} first.", end.Place);
    }
}
