using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Api;

/// <summary>The power drivers of MAAS 3.4, with the parameters each takes.</summary>
internal static class PowerTypes
{
    public static readonly JsonArray All = JsonNode.Parse(
        typeof(PowerTypes).Assembly.GetManifestResourceStream("PowerTypes.json")!)!.AsArray();

    public static JsonNode? Find(string name) => All.FirstOrDefault(type => type!["name"]!.GetValue<string>() == name);
}
