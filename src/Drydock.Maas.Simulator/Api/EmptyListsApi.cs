using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;

namespace Drydock.Maas.Simulator.Api;

/// <summary>Collections that can be read and hold nothing here: no such object is ever made, so none is found either.</summary>
internal sealed class EmptyListsApi : IApiModule
{
    private static readonly (string All, string One, string Kind)[] Collections =
    [
        ("account/prefs/sslkeys/", "account/prefs/sslkeys/{id}/", "SSLKey"),
        ("discovery/", "discovery/{id}/", "Discovery"),
        ("files/", "files/{name}/", "FileStorage"),
        ("notifications/", "notifications/{id}/", "Notification"),
        ("pods/", "pods/{id}/", "Pod"),
        ("vm-clusters/", "vm-clusters/{id}", "VMCluster"),
        ("vm-hosts/", "vm-hosts/{id}/", "Pod"),
    ];

    public void Register(Router router)
    {
        foreach (var (all, one, kind) in Collections)
        {
            router.Map("GET", all, null, _ => ApiResponse.Json(new JsonArray()));
            router.Map("GET", one, null, _ => ApiResponse.NoMatch(kind));
        }

        router.Map("GET", "license-keys/", null, _ => ApiResponse.Json(new JsonArray()), Access.Admin);
        router.Map("GET", "license-key/{system}/{series}", null, _ => ApiResponse.NoMatch("LicenseKey"), Access.Admin);
        router.Map(
            "GET",
            "commissioning-scripts/",
            null,
            _ => ApiResponse.Json(SiteJson.Texts(ScriptSets.Commissioning.Order(StringComparer.Ordinal))),
            Access.Admin);
    }
}
