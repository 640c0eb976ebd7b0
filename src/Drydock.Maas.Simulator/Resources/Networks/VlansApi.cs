using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>fabrics/{fabric}/vlans/</c> and <c>vlans/{id}/</c>.</summary>
internal sealed class VlansApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "fabrics/{fabric}/vlans/", null, List);
        router.Map("POST", "fabrics/{fabric}/vlans/", null, Create);
        foreach (var template in new[] { "fabrics/{fabric}/vlans/{vlan}/", "vlans/{vlan}/" })
        {
            router.Map("GET", template, null, call => ApiResponse.Json(Render(Lookup.Vlan(call))));
            router.Map("PUT", template, null, Update);
            router.Map("DELETE", template, null, Delete);
        }
    }

    public static JsonObject? Render(SimulatedVlan? vlan) => vlan is null ? null : new()
    {
        ["vid"] = vlan.Vid,
        ["mtu"] = vlan.Mtu,
        ["dhcp_on"] = vlan.DhcpOn,
        ["external_dhcp"] = null,
        ["relay_vlan"] = Render(vlan.RelayVlan),
        ["primary_rack"] = vlan.PrimaryRack?.SystemId,
        ["fabric_id"] = vlan.Fabric.Id,
        ["name"] = vlan.ShownName,
        ["space"] = vlan.Space?.Name ?? SimulatedSpace.Undefined,
        ["id"] = vlan.Id,
        ["fabric"] = vlan.Fabric.Name,
        ["secondary_rack"] = vlan.SecondaryRack?.SystemId,
        ["resource_uri"] = ApiJson.Uri($"vlans/{vlan.Id}/"),
    };

    private static ApiResponse List(ApiCall call)
    {
        var fabric = Lookup.Fabric(call);
        return ApiResponse.Json(ApiJson.List(call.State.Vlans.Where(vlan => vlan.Fabric == fabric), Render));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var fabric = Lookup.Fabric(call);
        call.DemandPermission();
        var form = new VlanForm(call, null, fabric);
        var vlan = form.Create(call.State.Ids.Next("vlan"));
        call.State.Vlans.Add(vlan);
        return ApiResponse.Json(Render(vlan));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var state = call.State;
        var vlan = Lookup.Vlan(call);
        call.DemandPermission();
        new VlanForm(call, vlan, vlan.Fabric).ApplyTo(vlan);
        state.Vlans.Touch(vlan);
        // A fabric is gone with its last VLAN.
        state.Fabrics.RemoveAll(fabric => !state.Vlans.Exists(other => other.Fabric == fabric));
        state.AutoFabrics.Settle();
        return ApiResponse.Json(Render(vlan));
    }

    /// <summary>Subnets and NICs of a deleted VLAN fall back to the untagged one of its fabric; VLAN interfaces go with it.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var state = call.State;
        var vlan = Lookup.Vlan(call);
        call.DemandPermission();
        var fallback = state.GetDefaultVlan(vlan.Fabric);
        if (fallback == vlan)
            return ApiResponse.Text(400, "This VLAN is the default VLAN in the fabric, it cannot be deleted.");
        foreach (var node in state.Nodes)
        {
            node.Interfaces.RemoveAll(nic => nic.Vlan == vlan && nic.Type == "vlan");
            foreach (var nic in node.Interfaces.Where(nic => nic.Vlan == vlan))
                nic.Vlan = fallback;
        }

        foreach (var subnet in state.Subnets.FindAll(subnet => subnet.Vlan == vlan))
        {
            subnet.Vlan = fallback;
            state.Subnets.Touch(subnet);
        }

        foreach (var other in state.Vlans.FindAll(other => other.RelayVlan == vlan))
        {
            other.RelayVlan = null;
            state.Vlans.Touch(other);
        }

        state.Vlans.Remove(vlan);
        return ApiResponse.NoContent();
    }
}
