using System.Text;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Names set in a template, a loop or a with; what is set inside is not seen outside.</summary>
internal sealed class TemplateScope(TemplateScope? outer, ScriptWriter script)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The script of the scope's body.</summary>
    public StringBuilder Body { get; } = new();

    /// <summary>Runs before the body: a name set in a branch not taken keeps its outer value.</summary>
    public StringBuilder Prelude { get; } = new();

    public string Script => Prelude.ToString() + Body;

    public string? Find(string name) => _names.GetValueOrDefault(name) ?? outer?.Find(name);

    /// <summary>The variable of a name bound by a loop.</summary>
    public string Bind(string name) => _names[name] = script.NewVariable();

    /// <summary>The variable of a name that is set.</summary>
    public string Declare(string name)
    {
        if (_names.TryGetValue(name, out var known))
            return known;
        var before = Find(name) ?? script.Constant(Undefined.Name(name));
        var variable = Bind(name);
        Prelude.Append("{{ ").Append(variable).Append(" = ").Append(before).Append(" }}");
        return variable;
    }
}
