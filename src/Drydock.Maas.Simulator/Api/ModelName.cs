using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Api;

/// <summary>The names of zones and pools: one form, and unique.</summary>
internal static partial class ModelName
{
    /// <summary>Leaves with a 400 when the name is missing, malformed or another's.</summary>
    public static void Check(FieldErrors errors, string name, IEnumerable<string> others, string kind)
    {
        if (!errors.Any && !Valid().IsMatch(name))
            errors.Add("name", "Enter a valid value.");
        else if (!errors.Any && others.Contains(name))
            errors.Add("name", $"{kind} with this Name already exists.");
        errors.ThrowIfAny();
    }

    [GeneratedRegex("^\\w[ \\w-]*$")]
    private static partial Regex Valid();
}
