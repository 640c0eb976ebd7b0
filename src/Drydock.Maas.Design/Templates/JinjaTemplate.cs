using Drydock.Maas.Design.Templates.Functions;
using Drydock.Maas.Design.Templates.Translation;
using Drydock.Maas.Design.Templates.Values;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Drydock.Maas.Design.Templates;

/// <summary>A Jinja2 template, translated once and rendered for many nodes.</summary>
internal sealed class JinjaTemplate
{
    private readonly Template _script;
    private readonly ScriptArray _constants;

    private JinjaTemplate(Template script, IReadOnlyList<object> constants)
    {
        _script = script;
        _constants = [.. constants];
    }

    /// <summary>Translates a template.</summary>
    /// <exception cref="TemplateException">What is no Jinja2, or not supported.</exception>
    public static JinjaTemplate Parse(string template)
    {
        var (script, constants) = TemplateTranslator.Translate(template);
        var parsed = Template.Parse(script, null, ParserOptions.Default);
        if (parsed.HasErrors)
            throw new TemplateException(1, $"The template cannot be translated: {parsed.Messages[0].Message}");
        return new(parsed, constants);
    }

    /// <summary>Renders the template.</summary>
    /// <param name="values">What the names node and action stand for.</param>
    /// <param name="token">Ends the rendering.</param>
    /// <exception cref="TemplateException">What does not render.</exception>
    public string Render(IReadOnlyDictionary<string, object> values, CancellationToken token)
    {
        var globals = new ScriptObject(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            globals.SetValue(name, value, readOnly: true);
        globals.SetValue("c", _constants, readOnly: true);
        var context = new TemplateContext(TemplateFunctions.Make(new OperationBudget(token)), StringComparer.Ordinal)
        {
            StrictVariables = true,
            LoopLimit = int.MaxValue,
            LimitToString = 0,
            OutputLimit = OperationBudget.MostCharacters,
            OnOutputLimit = ScriptLimitBehavior.Throw,
            CancellationToken = token,
        };
        context.PushGlobal(globals);
        return Render(context, token);
    }

    private string Render(TemplateContext context, CancellationToken token)
    {
        try
        {
            return _script.Render(context);
        }
        catch (ScriptRuntimeException e)
        {
            token.ThrowIfCancellationRequested();
            for (Exception? inner = e; inner is not null; inner = inner.InnerException)
            {
                if (inner is TemplateException known)
                    throw known;
            }

            throw new TemplateException(1, $"The template cannot be rendered: {e.OriginalMessage}");
        }
    }
}
