using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.Properties;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.BootActions;

/// <summary>Boot actions as documents; their nodes are named one by one.</summary>
internal sealed class BootActionDocuments(bool withSecrets)
{
    public JsonObject BootAction(BootAction action) => Object(
        ("signaling", action.Signaling),
        ("node_filter", Filter(action)),
        ("assets", List(action.Assets, Asset)));

    private static JsonObject Filter(BootAction action) => Object(
        ("filter_set_type", "union"),
        ("filter_set", new JsonArray(Object(
            ("filter_type", "union"),
            ("node_names", new JsonArray([.. action.TargetNodes.Select(n => JsonValue.Create(n))]))))));

    private JsonObject Asset(BootActionAsset asset) => Object(
        ("type", asset.Type),
        ("path", asset.Path),
        ("permissions", asset.Permissions),
        ("location", withSecrets ? asset.FullLocation : asset.ContentLocation),
        ("location_pipeline", Texts(asset.LocationPipeline)),
        ("data", asset.Packages.Count > 0
            ? Map(asset.Packages, version => version is null ? null : JsonValue.Create(version))
            : Data(asset.Data)),
        ("data_pipeline", Texts(asset.DataPipeline)));

    // Keys and passwords are substituted into what is put onto machines. A digest would let anybody try out passwords on it.
    private string? Data(Secret? data) => withSecrets ? data?.Reveal() : data is null ? null : MaskedData.Write(data.Reveal().Length);
}
