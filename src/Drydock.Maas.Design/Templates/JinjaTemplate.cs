using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates;

/// <summary>A Jinja2 template, parsed once and rendered for many nodes.</summary>
internal sealed class JinjaTemplate
{
    private readonly IReadOnlyList<TemplateStatement> _statements;

    private JinjaTemplate(IReadOnlyList<TemplateStatement> statements) => _statements = statements;

    /// <summary>Parses a template.</summary>
    /// <exception cref="TemplateException">What is no Jinja2, or not supported.</exception>
    public static JinjaTemplate Parse(string template) => new(TemplateParser.Parse(template));

    /// <summary>Renders the template.</summary>
    /// <param name="values">What the names node and action stand for.</param>
    /// <param name="token">Ends the rendering.</param>
    /// <exception cref="TemplateException">What does not render.</exception>
    public string Render(IReadOnlyDictionary<string, object> values, CancellationToken token)
    {
        var scope = new TemplateScope(null);
        foreach (var (name, value) in values)
            scope.Set(name, value);
        return new TemplateRenderer(new RenderBudget(token)).Render(_statements, scope);
    }
}
