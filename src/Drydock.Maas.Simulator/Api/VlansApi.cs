using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>fabrics/{fabric}/vlans/</c> and <c>vlans/{id}/</c>.</summary>
internal sealed class VlansApi : IApiModule
{
    private const string Duplicate = "A VLAN with the specified VID already exists in the destination fabric.";

    public void Register(Router router)
    {
        router.Map("GET", "fabrics/{fabric}/vlans/", null, List);
        router.Map("POST", "fabrics/{fabric}/vlans/", null, Create, Access.Admin);
        foreach (var template in new[] { "fabrics/{fabric}/vlans/{vlan}/", "vlans/{vlan}/" })
        {
            router.Map("GET", template, null, call => ApiResponse.Json(SiteJson.Vlan(Lookup.Vlan(call))));
            router.Map("PUT", template, null, Update, Access.Admin);
            router.Map("DELETE", template, null, Delete, Access.Admin);
        }
    }

    private static ApiResponse List(ApiCall call)
    {
        var fabric = Lookup.Fabric(call);
        return ApiResponse.Json(
            SiteJson.List(call.State.Vlans.Where(vlan => vlan.Fabric == fabric).OrderBy(vlan => vlan.Vid), SiteJson.Vlan));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var fabric = Lookup.Fabric(call);
        var errors = new FieldErrors(call.Form);
        if (call.Form.Get("vid") is null or "")
            errors.Add("vid", FieldErrors.Required);
        var changes = VlanForm.Read(call, errors, new() { Id = 0, Vid = -1, Fabric = fabric });
        errors.ThrowIfAny();
        CheckVid(call.State, fabric, changes.Vid, null);
        var vlan = new SimulatedVlan { Id = call.State.Ids.Next("vlan"), Vid = changes.Vid, Fabric = fabric };
        changes.ApplyTo(vlan);
        vlan.Name ??= "VLAN-" + vlan.Id.ToString(CultureInfo.InvariantCulture);
        call.State.Vlans.Add(vlan);
        return ApiResponse.Json(SiteJson.Vlan(vlan));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var vlan = Lookup.Vlan(call);
        var errors = new FieldErrors(call.Form);
        var changes = VlanForm.Read(call, errors, vlan);
        errors.ThrowIfAny();
        CheckVid(call.State, vlan.Fabric, changes.Vid, vlan);
        changes.ApplyTo(vlan);
        return ApiResponse.Json(SiteJson.Vlan(vlan));
    }

    private static void CheckVid(SimulatorState state, SimulatedFabric fabric, int vid, SimulatedVlan? self)
    {
        if (state.Vlans.Exists(other => other != self && other.Fabric == fabric && other.Vid == vid))
            throw new ApiException(ApiResponse.BareInvalid("__all__", Duplicate));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var state = call.State;
        var vlan = Lookup.Vlan(call);
        if (state.DefaultVlanOf(vlan.Fabric) == vlan)
            return ApiResponse.Text(400, "This VLAN is the default VLAN in the fabric, it cannot be deleted.");
        // Subnets and NICs of a deleted VLAN fall back to the default VLAN of the default fabric.
        var fallback = state.DefaultVlanOf(state.Fabrics[0]);
        foreach (var subnet in state.Subnets.Where(subnet => subnet.Vlan == vlan))
            subnet.Vlan = fallback;
        foreach (var nic in state.Nodes.SelectMany(node => node.Interfaces).Where(nic => nic.Vlan == vlan))
            nic.Vlan = fallback;
        foreach (var other in state.Vlans.Where(other => other.RelayVlan == vlan))
            other.RelayVlan = null;
        state.Vlans.Remove(vlan);
        return ApiResponse.NoContent();
    }
}
