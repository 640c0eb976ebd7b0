using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Methods of texts, mappings and loops.</summary>
internal static class TemplateMethods
{
    private static readonly Dictionary<string, TemplateFunction> OfText = new(StringComparer.Ordinal)
    {
        ["upper"] = new((v, _) => ((string)v).ToUpperInvariant()),
        ["lower"] = new((v, _) => ((string)v).ToLowerInvariant()),
        ["strip"] = new((v, a) => TextFilters.Strip((string)v, a), "chars"),
        ["lstrip"] = new((v, a) => TextFilters.StripStart((string)v, a), "chars"),
        ["rstrip"] = new((v, a) => TextFilters.StripEnd((string)v, a), "chars"),
        ["replace"] = new((v, a) => TextFilters.Replace((string)v, a), "old", "new", "count"),
        ["startswith"] = new((v, a) => ((string)v).StartsWith(a.Text("prefix"), StringComparison.Ordinal), "prefix"),
        ["endswith"] = new((v, a) => ((string)v).EndsWith(a.Text("suffix"), StringComparison.Ordinal), "suffix"),
        ["split"] = new((v, a) => Split((string)v, a), "sep", "maxsplit"),
        ["join"] = new(Join, "items"),
    };

    private static readonly Dictionary<string, TemplateFunction> OfMapping = new(StringComparer.Ordinal)
    {
        ["items"] = new((v, _) => ListFilters.Entries(v)),
        ["keys"] = new((v, _) => ((IReadOnlyDictionary<string, object>)v).Keys.Cast<object>().ToList()),
        ["values"] = new((v, _) => ((IReadOnlyDictionary<string, object>)v).Values.ToList()),
        ["get"] = new(Get, "key", "default"),
    };

    public static object Call(object value, string name, Arguments arguments)
    {
        switch (value)
        {
            case Undefined missing:
                throw new TemplateException(missing.Reason);
            case LoopTurn loop when name == "cycle":
                return loop.Cycle(arguments.Values);
            case IReadOnlyDictionary<string, object> mapping:
                arguments.Budget.Spend(mapping.Count);
                return Find(OfMapping, name, "A mapping").Call(value, arguments);
            case string text:
                arguments.Budget.SpendText(text.Length);
                return Find(OfText, name, "A text").Call(value, arguments);
            default:
                throw new TemplateException($"{PythonValues.Kind(value)} has no method {name}.");
        }
    }

    private static TemplateFunction Find(Dictionary<string, TemplateFunction> methods, string name, string owner) =>
        methods.GetValueOrDefault(name) ?? throw new TemplateException(
            $"{owner} has no method {name}; there are {string.Join(", ", methods.Keys.SkipLast(1))} and {methods.Keys.Last()}.");

    private static object Get(object value, Arguments arguments) =>
        ((IReadOnlyDictionary<string, object>)value).GetValueOrDefault(arguments.Text("key")) ?? arguments.Find("default") ?? NoneValue.Instance;

    private static string Join(object value, Arguments arguments)
    {
        var items = PythonValues.Items(arguments.Require("items"), arguments.Budget);
        return new BoundedText(arguments.Budget)
            .AppendJoined((string)value, items.Select(i => PythonText.Write(i, arguments.Budget)))
            .ToString();
    }

    private static List<object> Split(string text, Arguments arguments)
    {
        arguments.Budget.Spend(text.Length);
        var most = arguments.Number("maxsplit", -1);
        var count = most is < 0 or >= int.MaxValue ? int.MaxValue : (int)most + 1;
        if (arguments.Find("sep") is not (null or NoneValue))
        {
            var separator = arguments.Text("sep");
            return separator.Length == 0 ? throw new TemplateException("split needs a separator.") : [.. text.Split(separator, count)];
        }

        var words = text.TrimStart().Split((char[]?)null, count, StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimStart());
        return [.. words.Where(w => w.Length > 0)];
    }
}
