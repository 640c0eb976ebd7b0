using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Api;

/// <summary>Collections that can be read and hold nothing here: no such object is ever made.</summary>
internal sealed class EmptyListsApi : IApiModule
{
    private static readonly string[] Collections = ["devices/", "discovery/", "vm-hosts/", "dhcp-snippets/", "notifications/"];

    private static readonly string[] CommissioningScripts =
    [
        "20-maas-01-install-lldpd", "20-maas-02-dhcp-unconfigured-ifaces", "20-maas-03-machine-resources", "30-maas-01-bmc-config",
        "40-maas-01-machine-config-hints", "50-maas-01-commissioning", "maas-capture-lldpd", "maas-get-fruid-api-data",
        "maas-kernel-cmdline", "maas-list-modaliases", "maas-lshw", "maas-serial-ports", "maas-support-info",
    ];

    public void Register(Router router)
    {
        foreach (var collection in Collections)
            router.Map("GET", collection, null, _ => ApiResponse.Json(new JsonArray()));
        router.Map("GET", "commissioning-scripts/", null, _ => ApiResponse.Json(SiteJson.Texts(CommissioningScripts)), Access.Admin);
    }
}
