using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>The names of zones and pools: one form, and unique.</summary>
internal static class ModelName
{
    public const string Invalid = "Enter a valid value.";

    /// <summary>Name and description of one; what the form leaves out stays as it is, and a new one needs a name.</summary>
    /// <exception cref="ApiException">400: the name is missing, malformed or another's.</exception>
    public static (string Name, string Description) Read(
        ParameterSet form, string kind, IEnumerable<string> others, string? currentName = null, string currentDescription = "")
    {
        var errors = new FieldErrors(form);
        var name = currentName is not null && !form.Has("name") ? currentName : errors.Text("name");
        if (name.Length > 0 && !MaasName.IsValid(name))
            errors.Add("name", Invalid);
        errors.CheckLength("name", name, MaasName.LongestLength);
        if (!errors.Any && others.Contains(name))
            errors.Add("name", $"{kind} with this Name already exists.");
        errors.ThrowIfAny();
        return (name, form.Get("description")?.Trim() ?? currentDescription);
    }
}
