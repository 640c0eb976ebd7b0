using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;

namespace Drydock.Maas.Simulator.Api;

/// <summary>Collections that can be read and hold nothing here: no such object is ever made.</summary>
internal sealed class EmptyListsApi : IApiModule
{
    private static readonly string[] Collections = ["devices/", "discovery/", "vm-hosts/", "notifications/"];

    public void Register(Router router)
    {
        foreach (var collection in Collections)
            router.Map("GET", collection, null, _ => ApiResponse.Json(new JsonArray()));
        router.Map(
            "GET",
            "commissioning-scripts/",
            null,
            _ => ApiResponse.Json(SiteJson.Texts(ScriptSets.Commissioning.Order(StringComparer.Ordinal))),
            Access.Admin);
    }
}
