using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Api;

/// <summary>The names of zones and pools: one form, and unique.</summary>
internal static partial class ModelName
{
    public const string Invalid = "Enter a valid value.";

    public static bool IsValid(string name) => Valid().IsMatch(name);

    /// <summary>Name and description of a new one.</summary>
    public static (string Name, string Description) Read(ParameterSet form, string kind, IEnumerable<string> others)
    {
        var errors = new FieldErrors(form);
        var name = errors.Text("name");
        Check(errors, name, others, kind);
        return (name, form.Get("description") ?? "");
    }

    /// <summary>Name and description of one that is changed; what the form leaves out, or a name left empty, stays.</summary>
    public static (string Name, string Description) Read(
        ParameterSet form, string kind, IEnumerable<string> others, string currentName, string currentDescription)
    {
        var name = form.Get("name") is { Length: > 0 } given ? given : currentName;
        Check(new FieldErrors(form), name, others, kind);
        return (name, form.Get("description") ?? currentDescription);
    }

    /// <summary>Leaves with a 400 when the name is missing, malformed or another's.</summary>
    private static void Check(FieldErrors errors, string name, IEnumerable<string> others, string kind)
    {
        if (!errors.Any && !IsValid(name))
            errors.Add("name", Invalid);
        else if (!errors.Any && others.Contains(name))
            errors.Add("name", $"{kind} with this Name already exists.");
        errors.ThrowIfAny();
    }

    [GeneratedRegex("^\\w[ \\w-]*$")]
    private static partial Regex Valid();
}
