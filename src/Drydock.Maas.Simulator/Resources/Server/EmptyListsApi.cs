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

        router.Map("GET", "discovery/", null, _ => ApiResponse.Json(new JsonArray()));
        router.Map("GET", "discovery/{id}/", null, _ => ApiResponse.NoMatch("Discovery"));
        router.Map("GET", "files/", null, _ => ApiResponse.Json(new JsonArray()));
        router.Map("GET", "files/{name}/", null, _ => ApiResponse.NotFound("Not Found") with { ContentType = ApiResponse.HtmlType });
    }

    private static ApiResponse Miss(ApiCall call, string kind)
    {
        Lookup.Number(call.Route["id"]);
        return ApiResponse.NoMatch(kind);
    }
}
