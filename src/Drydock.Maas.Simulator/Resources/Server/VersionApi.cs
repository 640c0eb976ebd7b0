using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>version/</c>.</summary>
internal sealed class VersionApi : IApiModule
{
    private static readonly string[] Capabilities =
    [
        "networks-management", "static-ipaddresses", "ipv6-deployment-ubuntu", "devices-management", "storage-deployment-ubuntu",
        "network-deployment-ubuntu", "bridging-interface-ubuntu", "bridging-automatic-ubuntu", "authenticate-api",
    ];

    public void Register(Router router) => router.Map("GET", "version/", null, Get, Access.Anonymous);

    private static ApiResponse Get(ApiCall call) => ApiResponse.Json(new JsonObject
    {
        ["capabilities"] = new JsonArray(Capabilities.Select(name => (JsonNode?)name).ToArray()),
        ["version"] = call.State.Rules.Version,
        ["subversion"] = "",
    });
}
