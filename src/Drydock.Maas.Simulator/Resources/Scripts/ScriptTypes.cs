using System.Globalization;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>The words and numbers that say of what kind a script is.</summary>
internal static class ScriptTypes
{
    private static readonly string[] HardwareNames = ["Node", "CPU", "Memory", "Storage", "Network", "GPU"];

    private static readonly string[][] HardwareWords =
    [
        ["node", "machine", "controller", "other", "generic"], ["cpu", "processor"], ["memory", "ram"], ["storage", "disk", "ssd"],
        ["network", "net", "interface"], ["gpu", "graphics"],
    ];

    private static readonly string[][] ParallelWords = [["disabled", "none"], ["instance", "name"], ["any", "enabled"]];

    public static IReadOnlyList<string> Hardware => HardwareNames;

    public static string NameOfType(int type) => type switch
    {
        SimulatedNodeScript.CommissioningType => "Commissioning script",
        SimulatedNodeScript.ReleaseType => "Release script",
        _ => "Testing script",
    };

    public static string NameOfParallel(int parallel) =>
        new[] { "Disabled", "Run along other instances of this script", "Run along any other script." }[parallel];

    /// <summary>MAAS's number of a type; null, with MAAS's words, for a text that is none.</summary>
    public static int? Type(string text, VersionRules rules, out string problem)
    {
        problem = rules.RunsReleaseScripts
            ? "Script type must be commissioning, testing or release" : "Script type must be testing or commissioning";
        if (Number(text) is { } number)
        {
            problem = "Invalid script type numeric value.";
            return number is 0 or 2 || (number == SimulatedNodeScript.ReleaseType && rules.RunsReleaseScripts) ? number : null;
        }

        if (text == "release" && rules.RunsReleaseScripts)
            return SimulatedNodeScript.ReleaseType;
        return text is "test" or "testing" ? 2 : text is "commission" or "commissioning" ? 0 : null;
    }

    public static int? HardwareType(string text, out string problem)
    {
        problem = "Hardware type must be node, cpu, memory, storage, or gpu";
        if (Number(text) is not { } number)
            return Array.FindIndex(HardwareWords, words => words.Contains(text.ToLowerInvariant())) is >= 0 and var found ? found : null;
        problem = "Invalid hardware type numeric value.";
        return number < HardwareWords.Length ? number : null;
    }

    public static int? Parallel(string text, out string problem)
    {
        problem = "Script parallel must be disabled, instance, or any.";
        if (Number(text) is not { } number)
            return Array.FindIndex(ParallelWords, words => words.Contains(text)) is >= 0 and var found ? found : null;
        problem = "Invalid script parallel numeric value.";
        return number < ParallelWords.Length ? number : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
