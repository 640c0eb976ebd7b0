using Drydock.Maas.Design.Templates.Functions;
using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>
/// Translates a Jinja2 template into a script of the template library. The library runs conditions, loops and variables;
/// what Python does with values is done by <see cref="TemplateFunctions"/>.
/// </summary>
internal sealed class TemplateTranslator
{
    private const int MostNested = 30;

    private readonly IReadOnlyList<TemplatePart> _parts;
    private int _at;
    private int _nested;

    private TemplateTranslator(IReadOnlyList<TemplatePart> parts)
    {
        _parts = parts;
        Scope = new TemplateScope(null, Script);
    }

    public ScriptWriter Script { get; } = new();

    /// <summary>The innermost scope that is open.</summary>
    public TemplateScope Scope { get; private set; }

    /// <summary>The script and the constants it refers to.</summary>
    /// <exception cref="TemplateException">What is no Jinja2, or not supported.</exception>
    public static (string Script, IReadOnlyList<object> Constants) Translate(string template)
    {
        var translator = new TemplateTranslator(TemplateLexer.Split(template));
        if (translator.Block([]) is { } end)
            throw new TemplateException(end.Line, $"There is nothing open that {end.Tokens[0].Text} could belong to.");
        return (translator.Scope.Script, translator.Script.Constants);
    }

    /// <summary>Translates up to one of the statements; null at the end of the template.</summary>
    public TemplatePart? Block(string[] ends)
    {
        while (_at < _parts.Count)
        {
            var part = _parts[_at++];
            if (part.Kind == TemplatePartKind.Text)
                Write(Script.Constant(part.Text));
            else if (part.Kind == TemplatePartKind.Output)
                Output(part);
            else if (ends.Contains(part.Tokens[0].Text) || StatementEnd.IsOne(part))
                return part;
            else
                Statement(part);
        }

        return null;
    }

    /// <summary>Translates up to the statement that ends a part.</summary>
    public void Body(TemplatePart part, string name)
    {
        var end = Block(["end" + name]) ?? throw StatementEnd.Missing(part, name);
        StatementEnd.Verify(end, part, name);
    }

    public void Write(string code) => Scope.Body.Append("{{ ").Append(code).Append(" }}");

    /// <summary>The expressions of a part, without its first tokens.</summary>
    public ExpressionTranslator Open(TemplatePart part, int skip) =>
        new(new TokenCursor([.. part.Tokens.Skip(skip)]), Script) { Scope = Scope };

    /// <summary>Opens a scope; answers the one around it.</summary>
    public TemplateScope Enter()
    {
        var outer = Scope;
        Scope = new TemplateScope(outer, Script);
        return outer;
    }

    /// <summary>Closes the scope; answers its script.</summary>
    public string Leave(TemplateScope outer)
    {
        var script = Scope.Script;
        Scope = outer;
        return script;
    }

    private void Output(TemplatePart part)
    {
        var expression = Open(part, 0);
        var value = ExpressionList.Values(expression);
        ExpressionList.Close(expression, "an output");
        Write(Call("write", part.Line, value));
    }

    private void Statement(TemplatePart part)
    {
        if (++_nested > MostNested)
            throw new TemplateException(part.Line, $"Statements are nested more than {MostNested} deep.");
        switch (part.Tokens[0].Text)
        {
            case "if":
                IfStatement.Translate(part, this);
                break;
            case "for":
                new ForStatement(part, this).Translate();
                break;
            case "set":
                SetStatement.Translate(part, this);
                break;
            case "with":
                WithStatement.Translate(part, this);
                break;
            case "}}" or "%}":
                throw new TemplateException(part.Line, "The statement is empty.");
            default:
                throw new TemplateException(
                    part.Line, $"The statement {part.Tokens[0].Text} is not supported; if, for, set, with and raw are.");
        }

        _nested--;
    }
}
