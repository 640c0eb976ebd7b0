using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates;

/// <summary>Renders statements, one after the other.</summary>
internal sealed class TemplateRenderer(RenderBudget budget)
{
    private readonly ExpressionEvaluator _expressions = new(budget);

    public string Render(IReadOnlyList<TemplateStatement> statements, TemplateScope scope)
    {
        var text = new BoundedText(budget);
        Render(statements, scope, text);
        return text.ToString();
    }

    private void Render(IReadOnlyList<TemplateStatement> statements, TemplateScope scope, BoundedText text)
    {
        foreach (var statement in statements)
        {
            try
            {
                budget.Spend();
                Render(statement, scope, text);
            }
            catch (TemplateException e) when (!e.IsPlaced)
            {
                throw e.At((statement as OutputStatement)?.Value.Place ?? statement.Place);
            }
        }
    }

    private void Render(TemplateStatement statement, TemplateScope scope, BoundedText text)
    {
        switch (statement)
        {
            case DataStatement data:
                text.Append(data.Text);
                break;
            case OutputStatement output:
                text.Append(PythonText.Write(_expressions.Evaluate(output.Value, scope), budget));
                break;
            case IfStatement choice:
                var taken = choice.Branches.FirstOrDefault(b => b.Condition is null || _expressions.IsTrue(b.Condition, scope));
                Render(taken.Body ?? [], scope, text);
                break;
            case ForStatement loop:
                Loop(loop, scope, text);
                break;
            case SetStatement set:
                Bind(set.Names, _expressions.Evaluate(set.Value, scope), scope);
                break;
            case CaptureStatement capture:
                scope.Set(capture.Name, Render(capture.Body, new TemplateScope(scope)));
                break;
            case WithStatement with:
                var inner = new TemplateScope(scope);
                foreach (var (name, value) in with.Values)
                    inner.Set(name, _expressions.Evaluate(value, scope));
                Render(with.Body, inner, text);
                break;
        }
    }

    private void Loop(ForStatement loop, TemplateScope scope, BoundedText text)
    {
        var items = PythonValues.Items(_expressions.Evaluate(loop.Items, scope), budget);
        var inner = new TemplateScope(scope);
        if (loop.Condition is { } condition)
            items = [.. items.Where(item => IsSelected(item))];
        for (var i = 0; i < items.Count; i++)
        {
            inner.Clear();
            inner.Set("loop", new LoopTurn(items, i));
            Bind(loop.Names, items[i], inner);
            Render(loop.Body, inner, text);
        }

        if (items.Count == 0)
            Render(loop.Otherwise, inner, text);

        // Selected first, so that the loop's length and index count only what is selected.
        bool IsSelected(object item)
        {
            inner.Clear();
            Bind(loop.Names, item, inner);
            return _expressions.IsTrue(condition, inner);
        }
    }

    private void Bind(IReadOnlyList<string> names, object value, TemplateScope scope)
    {
        if (names.Count == 1)
        {
            scope.Set(names[0], value);
            return;
        }

        var parts = PythonValues.Items(value, budget);
        if (parts.Count != names.Count)
        {
            throw new TemplateException(
                $"{names.Count} names cannot take {parts.Count} values; a mapping's keys and values are given by .items().");
        }

        for (var i = 0; i < names.Count; i++)
            scope.Set(names[i], parts[i]);
    }
}
