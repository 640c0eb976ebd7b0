using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>Collections that can be read and hold nothing here: no such object is ever made, so none is found either.</summary>
internal sealed class EmptyListsApi : IApiModule
{
    private static readonly (string All, string One, string Kind)[] Collections =
    [
        ("pods/", "pods/{id}/", "Pod"),
        ("vm-clusters/", "vm-clusters/{id}", "VMCluster"),
        ("vm-hosts/", "vm-hosts/{id}/", "Pod"),
    ];

    public void Register(Router router)
    {
        foreach (var (all, one, kind) in Collections)
        {
            router.Map("GET", all, null, _ => ApiResponse.Json(new JsonArray()));
            router.Map("GET", one, null, call => Miss(call, kind));
        }
    }

    private static ApiResponse Miss(ApiCall call, string kind)
    {
        Lookup.Number(call.Route["id"]);
        return ApiResponse.NoMatch(kind);
    }
}
