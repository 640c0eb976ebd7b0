using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>A filter, test or method: what it makes of a value, and what its arguments are called, in order.</summary>
internal sealed class TemplateFunction(Func<object, Arguments, object> body, params string[] parameters)
{
    public bool HasParameters => parameters.Length > 0;

    public object Call(object value, Arguments arguments) => body(value, arguments.Bind(parameters));
}

/// <summary>Arguments of a filter, test or method, by place or by name.</summary>
internal sealed class Arguments(
    string function, IReadOnlyList<object> values, IReadOnlyList<KeyValuePair<string, object>> named, RenderBudget budget)
{
    private string[] _parameters = [];

    public RenderBudget Budget => budget;

    /// <summary>The arguments that were given without a name.</summary>
    public IReadOnlyList<object> Values => values;

    /// <summary>Says what the arguments are called; refuses others, so that none is ignored.</summary>
    public Arguments Bind(params string[] parameters)
    {
        _parameters = parameters;
        if (values.Count > parameters.Length)
        {
            var most = parameters.Length == 0 ? "no arguments" : $"at most {parameters.Length}: {string.Join(", ", parameters)}";
            throw new TemplateException($"{function} takes {most}.");
        }

        return named.Select(n => n.Key).FirstOrDefault(n => !parameters.Contains(n)) is { } unknown
            ? throw new TemplateException($"{function} has no argument {unknown}.")
            : this;
    }

    /// <summary>The arguments after the first one, for another function.</summary>
    public Arguments Rest(string other) => new(other, [.. values.Skip(1)], named, budget);

    public object? Find(string name)
    {
        var place = Array.IndexOf(_parameters, name);
        return place >= 0 && place < values.Count ? values[place] : FindNamed(name);
    }

    public object? FindNamed(string name) => named.Where(n => n.Key == name).Select(n => n.Value).LastOrDefault();

    public object Require(string name) => Find(name) ?? throw new TemplateException($"{function} needs its argument {name}.");

    public string Text(string name, string? otherwise = null) => Find(name) switch
    {
        null when otherwise is not null => otherwise,
        null => throw new TemplateException($"{function} needs its argument {name}."),
        string text => text,
        Undefined missing => throw new TemplateException(missing.Reason),
        _ => throw new TemplateException($"The argument {name} of {function} is a text."),
    };

    public bool Flag(string name) => Find(name) is { } value && PythonValues.IsTrue(value);

    /// <summary>A whole number; the other one where the argument is none or left out.</summary>
    public long Number(string name, long otherwise) => Find(name) is { } value and not NoneValue ? Arithmetic.ToWhole(value) : otherwise;
}
