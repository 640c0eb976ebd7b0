using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>Tags that MAAS adds to a script by itself, and what a script may say of its results.</summary>
internal static class ScriptTags
{
    private static readonly string[] ResultTexts = ["title", "description"];

    /// <summary>A script is tagged with the hardware it is about, and as destructive if it is.</summary>
    public static void Settle(SimulatedNodeScript script)
    {
        Set(script.Tags, "destructive", script.Destructive);
        for (var type = 0; type < ScriptTypes.Hardware.Count; type++)
            Set(script.Tags, ScriptTypes.Hardware[type].ToLowerInvariant(), type == script.HardwareType);
    }

    public static void CheckResults(FieldErrors errors, JsonNode? results)
    {
        if (results is JsonArray list && list.Any(item => item is not JsonValue value || !value.TryGetValue<string>(out _)))
            errors.Add("results", "Each result in a result list must be a string.");
        else if (results is JsonObject members)
            CheckResults(errors, members);
        else if (results is not (null or JsonArray))
            errors.Add("results", "results must be a list of strings or a dictionary of dictionaries.");
    }

    private static void CheckResults(FieldErrors errors, JsonObject members)
    {
        foreach (var result in members.Select(member => member.Value))
        {
            if (result is not JsonObject described)
            {
                errors.Add("results", "Each result in a result dictionary must be a dictionary.");
                continue;
            }

            if (!described.ContainsKey("title"))
                errors.Add("results", "title must be included in a result dictionary.");
            foreach (var key in ResultTexts.Where(described.ContainsKey))
            {
                if (described[key] is not JsonValue value || !value.TryGetValue<string>(out _))
                    errors.Add("results", $"{key} must be a string.");
            }
        }
    }

    private static void Set(List<string> tags, string tag, bool wanted)
    {
        if (!wanted)
            tags.Remove(tag);
        else if (!tags.Contains(tag))
            tags.Add(tag);
    }
}
