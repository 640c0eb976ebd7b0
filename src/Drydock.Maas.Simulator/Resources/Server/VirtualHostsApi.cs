using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>Hosts of virtual machines, clusters of them and the machines: none is ever made here, so none is found either.</summary>
internal sealed class VirtualHostsApi : IApiModule
{
    private const string Host = "Pod";
    private const string Cluster = "VMCluster";

    private static readonly string[] Hosts = ["pods/", "vm-hosts/"];
    private static readonly string[] HostActions = ["refresh", "compose", "add_tag", "remove_tag"];
    private static readonly string[] HostTypes = ["lxd", "virsh"];

    public void Register(Router router)
    {
        foreach (var all in Hosts)
        {
            var one = all + "{id}/";
            MapReads(router, all, one);
            router.Map("POST", all, null, Refuse, Access.Admin);
            router.Map("PUT", one, null, call => Miss(call, Host), Access.Admin);
            router.Map("DELETE", one, null, call => Miss(call, Host), Access.Admin);
            router.Map("GET", one, "parameters", call => Miss(call, Host), Access.Admin);
            foreach (var action in HostActions)
                router.Map("POST", one, action, call => Miss(call, Host), Access.Admin);
        }

        MapReads(router, "vm-clusters/", "vm-clusters/{id}");
        router.Map("PUT", "vm-clusters/{id}", null, call => Miss(call, Cluster), Access.Admin);
        router.Map("DELETE", "vm-clusters/{id}", null, call => Miss(call, Cluster), Access.Admin);
        router.Map("GET", "virtual-machines/", null, _ => ApiResponse.Json(new JsonArray()));
        router.Map("GET", "virtual-machines/{id}", null, call => Miss(call, "VirtualMachine"));
    }

    private static void MapReads(Router router, string all, string one)
    {
        router.Map("GET", all, null, _ => ApiResponse.Json(new JsonArray()));
        router.Map("GET", one, null, call => Miss(call, null));
    }

    /// <param name="call">The request.</param>
    /// <param name="kind">MAAS's name of the kind; null where it only says that there is nothing.</param>
    private static ApiResponse Miss(ApiCall call, string? kind)
    {
        Lookup.Number(call.Route["id"]);
        return kind is null ? ApiResponse.NotFound("Not Found") : ApiResponse.NoMatch(kind);
    }

    /// <summary>A host would have to be there to be made known.</summary>
    private static ApiResponse Refuse(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var type = errors.Text("type");
        if (type.Length > 0 && !HostTypes.Contains(type))
            errors.Add("type", $"Select a valid choice. {type} is not one of the available choices.");
        errors.ThrowIfAny();
        errors.Text("power_address");
        errors.ThrowIfAny();
        return ApiResponse.Unavailable($"Failed talking to pod: No host answers at {call.Form.Get("power_address")}.");
    }
}
