using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>Packages that a script may ask to be installed: of apt and snap, and files by URL.</summary>
internal static class ScriptPackages
{
    private static readonly string[] Channels = ["stable", "edge", "beta", "candidate"];
    private static readonly string[] Sources = ["apt", "snap", "url"];
    private static readonly string[] Modes = ["classic", "dev", "jail"];

    /// <summary>A single package becomes a list of one.</summary>
    public static void Check(FieldErrors errors, JsonNode packages)
    {
        if (packages is not JsonObject members)
            return;
        foreach (var key in Sources.Where(key => members[key] is not (null or JsonArray)))
            members[key] = new JsonArray(members[key]!.DeepClone());
        foreach (var key in new[] { "apt", "url" })
        {
            foreach (var _ in (members[key] as JsonArray ?? []).Where(package => !IsText(package)))
                errors.Add("packages", $"Each {key} package must be a string.");
        }

        foreach (var package in members["snap"] as JsonArray ?? [])
            CheckSnap(errors, package);
    }

    private static void CheckSnap(FieldErrors errors, JsonNode? package)
    {
        if (package is not JsonObject snap)
        {
            if (!IsText(package))
                errors.Add("packages", "Snap package must be a string.");
            return;
        }

        if (!IsText(snap["name"]))
            errors.Add("packages", "Snap package name must be defined.");
        if (snap.ContainsKey("channel") && !Channels.Contains(snap["channel"]?.ToString()))
            errors.Add("packages", "Snap channel must be stable, edge, beta, or candidate.");
        if (snap.ContainsKey("mode") && !Modes.Contains(snap["mode"]?.ToString()))
            errors.Add("packages", "Snap mode must be classic, dev, or jail.");
    }

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);
}
