using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Tests of values in templates, the words behind <c>is</c>.</summary>
internal static class TemplateTests
{
    private static readonly Dictionary<string, TemplateFunction> All = new(StringComparer.Ordinal)
    {
        ["defined"] = new((v, _) => v is not Undefined),
        ["undefined"] = new((v, _) => v is Undefined),
        ["none"] = new((v, _) => v is NoneValue),
        ["string"] = new((v, _) => v is string),
        ["number"] = new((v, _) => v is long or double or bool),
        ["integer"] = new((v, _) => v is long),
        ["float"] = new((v, _) => v is double),
        ["boolean"] = new((v, _) => v is bool),
        ["true"] = new((v, _) => v is true),
        ["false"] = new((v, _) => v is false),
        ["mapping"] = new((v, _) => v is IReadOnlyDictionary<string, object>),
        ["sequence"] = new((v, _) => IsIterable(v)),
        ["iterable"] = new((v, _) => IsIterable(v)),
        ["odd"] = new((v, a) => IsRemainder(1, v, 2L, a)),
        ["even"] = new((v, a) => IsRemainder(0, v, 2L, a)),
        ["divisibleby"] = new((v, a) => IsRemainder(0, v, a.Require("num"), a), "num"),
        ["sameas"] = new((v, a) => v.GetType() == a.Require("other").GetType() && Compares("==", v, a), "other"),
        ["eq"] = new((v, a) => Compares("==", v, a), "other"),
        ["equalto"] = new((v, a) => Compares("==", v, a), "other"),
        ["ne"] = new((v, a) => Compares("!=", v, a), "other"),
        ["lt"] = new((v, a) => Compares("<", v, a), "other"),
        ["lessthan"] = new((v, a) => Compares("<", v, a), "other"),
        ["gt"] = new((v, a) => Compares(">", v, a), "other"),
        ["greaterthan"] = new((v, a) => Compares(">", v, a), "other"),
        ["le"] = new((v, a) => Compares("<=", v, a), "other"),
        ["ge"] = new((v, a) => Compares(">=", v, a), "other"),
        ["in"] = new((v, a) => Compares("in", v, a), "other"),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static bool HasArgument(string name) => All[name].HasParameters;

    public static bool Check(object value, string name, Arguments arguments)
    {
        if (name is not ("defined" or "undefined") && value is Undefined missing)
            throw new TemplateException(missing.Reason);
        return (bool)All[name].Call(value, arguments);
    }

    private static bool IsIterable(object value) => value is string or IReadOnlyList<object> or IReadOnlyDictionary<string, object>;

    private static bool Compares(string operation, object value, Arguments arguments) =>
        new PythonComparison(arguments.Budget).Check(operation, value, arguments.Require("other"));

    private static bool IsRemainder(long remainder, object value, object divisor, Arguments arguments) =>
        new PythonComparison(arguments.Budget).AreSame(Arithmetic.Calculate("%", value, divisor, arguments.Budget), remainder);
}
