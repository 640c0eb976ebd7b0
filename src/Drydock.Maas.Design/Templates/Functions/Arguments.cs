using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Arguments of a filter, test or method, by place or by name.</summary>
internal sealed class Arguments
{
    private readonly int _line;
    private readonly string _function;
    private readonly List<object> _places = [];
    private readonly Dictionary<string, object> _names = new(StringComparer.Ordinal);

    public Arguments(int line, string function, IReadOnlyList<object> values, int from)
    {
        _line = line;
        _function = function;
        for (var i = from; i < values.Count; i++)
        {
            if (values[i] is ArgumentName { Name: var name })
                _names[name] = values[++i];
            else
                _places.Add(values[i]);
        }
    }

    /// <summary>Refuses arguments other than these, so that none is ignored.</summary>
    public Arguments Allow(params string[] names)
    {
        if (_places.Count > names.Length)
        {
            var most = names.Length == 0 ? "no arguments" : $"at most {names.Length}: {string.Join(", ", names)}";
            throw new TemplateException(_line, $"{_function} takes {most}.");
        }

        if (_names.Keys.FirstOrDefault(n => !names.Contains(n)) is { } unknown)
            throw new TemplateException(_line, $"{_function} has no argument {unknown}.");
        return this;
    }

    public object? Find(int place, string name) => place < _places.Count ? _places[place] : _names.GetValueOrDefault(name);

    public object Require(int place, string name) =>
        Find(place, name) ?? throw new TemplateException(_line, $"{_function} needs its argument {name}.");

    public string Text(int place, string name, string? otherwise = null) => Find(place, name) switch
    {
        null when otherwise is not null => otherwise,
        null => throw new TemplateException(_line, $"{_function} needs its argument {name}."),
        string text => text,
        _ => throw new TemplateException(_line, $"The argument {name} of {_function} is a text."),
    };

    public bool Flag(int place, string name) => Find(place, name) is { } value && PythonValues.IsTrue(_line, value);

    public long Number(int place, string name, long otherwise) =>
        Find(place, name) is { } value ? Arithmetic.Whole(_line, value) : otherwise;
}
