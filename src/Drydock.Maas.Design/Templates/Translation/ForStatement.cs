using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates a loop, what it selects, and its else.</summary>
internal sealed class ForStatement
{
    private readonly TemplatePart _part;
    private readonly TemplateTranslator _template;
    private readonly ExpressionTranslator _expression;
    private readonly List<string> _names;
    private readonly string _list;

    public ForStatement(TemplatePart part, TemplateTranslator template)
    {
        _part = part;
        _template = template;
        _expression = template.Open(part, 1);
        _names = ExpressionList.Names(_expression.Cursor);
        _expression.Cursor.Expect("in", "the names of a loop");
        _list = template.Script.NewVariable();
    }

    public void Translate()
    {
        Head();
        var outer = _template.Enter();
        var item = BindItem();
        var end = _template.Block(["else", "endfor"]) ?? throw StatementEnd.Missing(_part, "for");
        Loop(item, _template.Leave(outer));
        if (end.Tokens[0].Text != "else")
        {
            StatementEnd.Verify(end, _part, "for");
            return;
        }

        _template.Write($"if {Call("is_empty", _part.Line, _list)}");
        _template.Body(_part, "for");
        _template.Write("end");
    }

    private void Head()
    {
        _template.Write($"{_list} = {Call("iterate", _part.Line, _expression.Or())}");
        if (_expression.Cursor.Accept("if"))
            Select();
        if (_expression.Cursor.Current is { Kind: TokenKind.Name, Text: "recursive" })
            throw new TemplateException(_part.Line, "Recursive loops are not supported.");
        ExpressionList.Close(_expression, "the loop");
    }

    // Selected first, so that the loop's length and index count only what is selected.
    private void Select()
    {
        var selected = _template.Script.NewVariable();
        _template.Write($"{selected} = {Call("list", _part.Line)}");
        var outer = _template.Enter();
        var item = BindItem();
        _expression.Scope = _template.Scope;
        _template.Write($"if {Call("truth", _part.Line, _expression.Expression())}");
        _template.Write(Call("add", _part.Line, selected, item));
        _template.Write("end");
        var body = _template.Leave(outer);
        _expression.Scope = _template.Scope;
        Loop(item, body);
        _template.Write($"{_list} = {selected}");
    }

    private void Loop(string item, string body)
    {
        _template.Write($"for {item} in {Call("entries", _part.Line, _list)}");
        _template.Scope.Body.Append(body);
        _template.Write("end");
    }

    private string BindItem()
    {
        var scope = _template.Scope;
        var item = scope.Bind("loop");
        foreach (var (name, index) in _names.Select((n, i) => (n, i)))
        {
            var arguments = new[] { item, _template.Script.Constant((long)index), _template.Script.Constant((long)_names.Count) };
            scope.Prelude.Append("{{ ").Append(scope.Bind(name)).Append(" = ").Append(Call("unpack", _part.Line, arguments)).Append(" }}");
        }

        return item;
    }
}
