using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>What may follow is: tests of a value.</summary>
internal static class TemplateTests
{
    private static readonly HashSet<string> WithArgument = ["eq", "equalto", "sameas", "ne", "lt", "gt", "le", "ge", "in", "divisibleby"];

    public static IReadOnlyCollection<string> Names { get; } =
    [
        .. WithArgument, "defined", "undefined", "none", "string", "number", "boolean", "mapping",
        "sequence", "iterable", "odd", "even", "true", "false",
    ];

    public static bool HasArgument(string name) => WithArgument.Contains(name);

    public static bool Check(int line, object value, string name, Arguments arguments) => name switch
    {
        "defined" => value is not Undefined,
        "undefined" => value is Undefined,
        _ when value is Undefined missing => throw new TemplateException(line, missing.Reason),
        "none" => value is NoneValue,
        "string" => value is string,
        "number" => value is long or double,
        "boolean" => value is bool,
        "true" => value is true,
        "false" => value is false,
        "mapping" => value is IReadOnlyDictionary<string, object>,
        "sequence" or "iterable" => value is string or IReadOnlyList<object> or IReadOnlyDictionary<string, object>,
        "odd" => Arithmetic.Whole(line, value) % 2 != 0,
        "even" => Arithmetic.Whole(line, value) % 2 == 0,
        "divisibleby" => Arithmetic.Whole(line, Arithmetic.Of(line, "%", value, arguments.Require(0, "num"))) == 0,
        _ => PythonValues.Compare(line, Operator(name), value, arguments.Require(0, "other")),
    };

    private static string Operator(string name) => name switch
    {
        "ne" => "!=",
        "lt" => "<",
        "gt" => ">",
        "le" => "<=",
        "ge" => ">=",
        "in" => "in",
        _ => "==",
    };
}
