using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The power drivers of MAAS, with the parameters each takes.</summary>
internal static class PowerTypes
{
    private static readonly JsonArray Usual = JsonNode.Parse(
        typeof(PowerTypes).Assembly.GetManifestResourceStream("PowerTypes.json")!)!.AsArray();

    private static readonly ConcurrentDictionary<string, JsonArray> OfVersions = new();

    /// <summary>Those of a version, to be read only.</summary>
    public static JsonArray Of(VersionRules rules) => OfVersions.GetOrAdd(rules.Name, _ => Extend(rules));

    public static JsonNode? Find(VersionRules rules, string name) => Of(rules).FirstOrDefault(type => type!["name"]!.GetValue<string>() == name);

    private static JsonArray Extend(VersionRules rules)
    {
        var types = Usual.DeepClone().AsArray();
        foreach (var type in types)
        {
            foreach (var later in rules.LaterPowerParameters[type!["name"]!.ToString()]?.AsArray() ?? [])
                type["fields"]!.AsArray().Add(later!.DeepClone());
        }

        return types;
    }
}
