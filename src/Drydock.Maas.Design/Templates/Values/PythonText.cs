using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Values as texts, as Python's str() and repr() write them.</summary>
internal static class PythonText
{
    public static string Write(object value, RenderBudget budget)
    {
        if (value is string or IReadOnlyList<object> or IReadOnlyDictionary<string, object>)
            return value as string ?? Nested(value, budget);
        return Scalar(value);
    }

    private static string Nested(object value, RenderBudget budget)
    {
        var text = new BoundedText(budget);
        Append(value, text, budget);
        return text.ToString();
    }

    private static void Append(object value, BoundedText text, RenderBudget budget)
    {
        switch (value)
        {
            case string part:
                text.Append(PythonLiteral.Quote(part));
                break;
            case MappingItems:
                throw new TemplateException("The items of a mapping cannot be written; loop over them.");
            case PythonRange range:
                text.Append(range.ToString());
                break;
            case IReadOnlyList<object> list:
                var (open, close) = list is PythonTuple ? ("(", list.Count == 1 ? ",)" : ")") : ("[", "]");
                text.Append(open);
                AppendItems(list, text, budget, item => Append(item, text, budget));
                text.Append(close);
                break;
            case IReadOnlyDictionary<string, object> mapping:
                text.Append("{");
                AppendItems(mapping, text, budget, entry =>
                {
                    text.Append(PythonLiteral.Quote(entry.Key)).Append(": ");
                    Append(entry.Value, text, budget);
                });
                text.Append("}");
                break;
            default:
                text.Append(Scalar(value));
                break;
        }
    }

    private static void AppendItems<T>(IReadOnlyCollection<T> items, BoundedText text, RenderBudget budget, Action<T> append)
    {
        budget.Enter();
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
                text.Append(", ");
            append(item);
            isFirst = false;
        }

        budget.Leave();
    }

    /// <summary>A value without items.</summary>
    public static string Scalar(object value) => value switch
    {
        bool flag => flag ? "True" : "False",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => PythonLiteral.Number(number),
        NoneValue => "None",
        Undefined missing => throw new TemplateException(missing.Reason),
        _ => throw new TemplateException("This value cannot be written."),
    };
}
