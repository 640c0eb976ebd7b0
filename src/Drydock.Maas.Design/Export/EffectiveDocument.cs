using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Export;

/// <summary>A document of the effective site, inheritance resolved.</summary>
/// <param name="Kind">Its kind: Network, BaremetalNode and so on.</param>
/// <param name="Name">Its name.</param>
/// <param name="Data">Its content.</param>
internal sealed record EffectiveDocument(string Kind, string Name, JsonObject Data)
{
    /// <summary>The document in its envelope.</summary>
    public JsonObject Wrap()
    {
        var metadata = new JsonObject
        {
            ["schema"] = "metadata/Document/v1",
            ["name"] = Name,
            ["layeringDefinition"] = new JsonObject { ["abstract"] = false, ["layer"] = "site" },
            ["storagePolicy"] = "cleartext",
        };
        return new() { ["schema"] = $"drydock/{Kind}/v1", ["metadata"] = metadata, ["data"] = Data.DeepClone() };
    }
}
