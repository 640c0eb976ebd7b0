using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates;

/// <summary>Names set in a template, a turn of a loop or a with; what is set inside is not seen outside.</summary>
internal sealed class TemplateScope(TemplateScope? outer)
{
    private readonly Dictionary<string, object> _names = new(StringComparer.Ordinal);

    public object Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._names.TryGetValue(name, out var value))
                return value;
        }

        return Undefined.Name(name);
    }

    public void Set(string name, object value) => _names[name] = value;

    /// <summary>Forgets its names, for the next turn of a loop.</summary>
    public void Clear() => _names.Clear();

    private TemplateScope? Outer => outer;
}
