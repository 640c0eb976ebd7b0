using static Drydock.Maas.Design.BootActions.Templates.ScriptWriter;

namespace Drydock.Maas.Design.BootActions.Templates;

/// <summary>
/// Translates a Jinja2 template into a script of the template library. The library runs conditions, loops and variables;
/// what Python does with values is done by <see cref="TemplateFunctions"/>.
/// </summary>
internal sealed class TemplateTranslator
{
    private const int MostNested = 30;

    private readonly ScriptWriter _script = new();
    private readonly IReadOnlyList<TemplatePart> _parts;
    private int _at;
    private int _nested;
    private TemplateScope _scope;

    private TemplateTranslator(IReadOnlyList<TemplatePart> parts)
    {
        _parts = parts;
        _scope = new TemplateScope(null, _script);
    }

    /// <summary>The script and the constants it refers to.</summary>
    /// <exception cref="TemplateException">What is no Jinja2, or not supported.</exception>
    public static (string Script, IReadOnlyList<object> Constants) Translate(string template)
    {
        var translator = new TemplateTranslator(TemplateLexer.Split(template));
        if (translator.Block([]) is { } end)
            throw new TemplateException(end.Line, $"There is nothing open that {end.Tokens[0].Text} could belong to.");
        return (translator._scope.Script, translator._script.Constants);
    }

    /// <summary>Translates up to one of the statements; null at the end of the template.</summary>
    private TemplatePart? Block(string[] ends)
    {
        while (_at < _parts.Count)
        {
            var part = _parts[_at++];
            if (part.Kind == TemplatePartKind.Text)
                Write(_script.Constant(part.Text));
            else if (part.Kind == TemplatePartKind.Output)
                Output(part);
            else if (ends.Contains(part.Tokens[0].Text) || part.Tokens[0].Text is "endif" or "endfor" or "else" or "elif" or "endset" or "endwith")
                return part;
            else
                Statement(part);
        }

        return null;
    }

    private void Output(TemplatePart part)
    {
        var expression = Open(part, 0);
        var value = Values(expression);
        Close(expression, "an output");
        Write(Call("write", part.Line, value));
    }

    private void Statement(TemplatePart part)
    {
        if (++_nested > MostNested)
            throw new TemplateException(part.Line, $"Statements are nested more than {MostNested} deep.");
        switch (part.Tokens[0].Text)
        {
            case "if":
                If(part);
                break;
            case "for":
                For(part);
                break;
            case "set":
                Set(part);
                break;
            case "with":
                With(part);
                break;
            case "}}" or "%}":
                throw new TemplateException(part.Line, "The statement is empty.");
            default:
                throw new TemplateException(part.Line, $"The statement {part.Tokens[0].Text} is not supported; if, for, set, with and raw are.");
        }

        _nested--;
    }

    private void If(TemplatePart part)
    {
        var keyword = "if";
        for (var branch = part; ;)
        {
            if (branch.Tokens[0].Text == "else")
            {
                Close(Open(branch, 1), "else");
                Write("else");
            }
            else
            {
                var expression = Open(branch, 1);
                Write($"{keyword} {Call("truth", branch.Line, expression.Expression())}");
                Close(expression, "the condition");
                keyword = "else if";
            }

            var isLast = branch.Tokens[0].Text == "else";
            branch = Block(isLast ? ["endif"] : ["elif", "else", "endif"]) ?? throw NotClosed(part, "if");
            if (branch.Tokens[0].Text == "endif")
                break;
            if (isLast || branch.Tokens[0].Text is not ("elif" or "else"))
                throw Misplaced(branch, part, "if");
        }

        Write("end");
    }

    private void For(TemplatePart part)
    {
        var expression = Open(part, 1);
        var names = Names(expression);
        expression.Expect("in", "the names of a loop");
        var list = _script.NewVariable();
        Write($"{list} = {Call("iterate", part.Line, Ordinary(expression))}");
        if (expression.Accept("if"))
            Select(part, names, list, expression);
        if (expression.Current is { Kind: TokenKind.Name, Text: "recursive" })
            throw new TemplateException(part.Line, "Recursive loops are not supported.");
        Close(expression, "the loop");

        var outer = Enter();
        var item = BindItem(part, names);
        var end = Block(["else", "endfor"]) ?? throw NotClosed(part, "for");
        var body = Leave(outer);
        _scope.Body.Append("{{ for ").Append(item).Append(" in (entries ").Append(part.Line).Append(' ').Append(list).Append(") }}").Append(body).Append("{{ end }}");
        if (end.Tokens[0].Text == "else")
        {
            Write($"if {Call("is_empty", part.Line, list)}");
            end = Block(["endfor"]) ?? throw NotClosed(part, "for");
            Write("end");
        }

        if (end.Tokens[0].Text != "endfor")
            throw Misplaced(end, part, "for");
    }

    // Selected first, so that the loop's length and index count only what is selected.
    private void Select(TemplatePart part, IReadOnlyList<string> names, string list, ExpressionTranslator expression)
    {
        var selected = _script.NewVariable();
        Write($"{selected} = {Call("list", part.Line)}");
        var outer = Enter();
        var item = BindItem(part, names);
        expression.Scope = _scope;
        Write($"if {Call("truth", part.Line, expression.Expression())}");
        Write(Call("add", part.Line, selected, item));
        Write("end");
        var body = Leave(outer);
        expression.Scope = _scope;
        _scope.Body.Append("{{ for ").Append(item).Append(" in (entries ").Append(part.Line).Append(' ').Append(list).Append(") }}").Append(body).Append("{{ end }}");
        Write($"{list} = {selected}");
    }

    private string BindItem(TemplatePart part, IReadOnlyList<string> names)
    {
        var item = _scope.Bind("loop");
        foreach (var (name, index) in names.Select((n, i) => (n, i)))
        {
            var arguments = new[] { item, _script.Constant((long)index), _script.Constant((long)names.Count) };
            _scope.Prelude.Append("{{ ").Append(_scope.Bind(name)).Append(" = ").Append(Call("unpack", part.Line, arguments)).Append(" }}");
        }

        return item;
    }

    private void Set(TemplatePart part)
    {
        var expression = Open(part, 1);
        var names = Names(expression);
        if (expression.Current.Text == ".")
            throw new TemplateException(part.Line, "Members cannot be set; namespace is not supported.");
        if (expression.Accept("="))
        {
            var value = _script.NewVariable();
            Write($"{value} = {Values(expression)}");
            Close(expression, "set");
            foreach (var (name, index) in names.Select((n, i) => (n, i)))
            {
                Write(names.Count == 1
                    ? $"{_scope.Declare(name)} = {value}"
                    : $"{_scope.Declare(name)} = {Call("part", part.Line, value, _script.Constant((long)index), _script.Constant((long)names.Count))}");
            }

            return;
        }

        Close(expression, "set");
        var captured = _script.NewVariable();
        Write($"capture {captured}");
        if (Block(["endset"]) is not { } end)
            throw NotClosed(part, "set");
        if (end.Tokens[0].Text != "endset")
            throw Misplaced(end, part, "set");
        Write("end");
        Write($"{_scope.Declare(names[0])} = {Call("captured", part.Line, captured)}");
    }

    private void With(TemplatePart part)
    {
        var expression = Open(part, 1);
        var outer = Enter();
        while (!expression.IsAtEnd)
        {
            var name = expression.Name("a name");
            expression.Expect("=", "the name");
            var value = expression.Expression();
            Write($"{_scope.Bind(name)} = {value}");
            if (!expression.Accept(","))
                break;
        }

        Close(expression, "with");
        var end = Block(["endwith"]) ?? throw NotClosed(part, "with");
        if (end.Tokens[0].Text != "endwith")
            throw Misplaced(end, part, "with");
        var body = Leave(outer);
        _scope.Body.Append(body);
    }

    private ExpressionTranslator Open(TemplatePart part, int skip) => new([.. part.Tokens.Skip(skip)], _script) { Scope = _scope };

    private static void Close(ExpressionTranslator expression, string what)
    {
        if (!expression.IsAtEnd)
            throw expression.Unexpected($"{what} ends before it");
    }

    private static string Ordinary(ExpressionTranslator expression) => expression.Or();

    /// <summary>One value, or several with commas between, which are a tuple.</summary>
    private static string Values(ExpressionTranslator expression)
    {
        var line = expression.Current.Line;
        var values = new List<string> { expression.Expression() };
        while (expression.Accept(",") && !expression.IsAtEnd)
            values.Add(expression.Expression());
        return values.Count == 1 ? values[0] : Call("list", line, [.. values]);
    }

    private static List<string> Names(ExpressionTranslator expression)
    {
        var isBracketed = expression.Accept("(");
        var names = new List<string> { expression.Name("a name") };
        while (expression.Accept(","))
            names.Add(expression.Name("a name"));
        if (isBracketed)
            expression.Expect(")", "the names");
        return names;
    }

    private TemplateScope Enter()
    {
        var outer = _scope;
        _scope = new TemplateScope(outer, _script);
        return outer;
    }

    private string Leave(TemplateScope outer)
    {
        var script = _scope.Script;
        _scope = outer;
        return script;
    }

    private void Write(string code) => _scope.Body.Append("{{ ").Append(code).Append(" }}");

    private static TemplateException NotClosed(TemplatePart part, string name) => new(part.Line, $"{{% {name} %}} is not closed; end it with {{% end{name} %}}.");

    private static TemplateException Misplaced(TemplatePart found, TemplatePart part, string name) =>
        new(found.Line, $"{found.Tokens[0].Text} does not belong to the {name} of line {part.Line}; end that with {{% end{name} %}} first.");
}
