using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>What administrators do to rack controllers: describe and place them, and take them away.</summary>
internal static class ControllerChanges
{
    public static void Update(ApiCall call, SimulatedController rack)
    {
        var errors = new FieldErrors(call.Form);
        var domain = Named(call, errors, "domain", call.State.Domains, domain => domain.Name);
        var zone = Named(call, errors, "zone", call.State.Zones, zone => zone.Name);
        errors.ThrowIfAny();
        rack.Description = call.Form.Get("description") ?? rack.Description;
        rack.Domain = domain ?? rack.Domain;
        rack.Zone = zone ?? rack.Zone;
    }

    /// <summary>A second rack takes over the DHCP of a VLAN; where there is none, only <c>force</c> takes the first away.</summary>
    public static void Delete(ApiCall call, SimulatedController rack)
    {
        var state = call.State;
        var force = QueryFlag.Read(call.Query, "force");
        var left = state.Vlans.Where(vlan => vlan.DhcpOn && vlan.PrimaryRack == rack && vlan.SecondaryRack is null)
            .Select(vlan => $"{vlan.Fabric.Name}.{VlansApi.Render(vlan)!["name"]}").ToArray();
        if (left.Length > 0 && !force)
            throw new ApiException(ApiResponse.Text(
                400,
                $"Unable to delete '{rack.Hostname}'; it is currently set as a primary rack controller on VLANs {string.Join(", ", left)}"
                + " and no other rack controller can provide DHCP."));
        foreach (var vlan in state.Vlans.Where(vlan => vlan.PrimaryRack == rack || vlan.SecondaryRack == rack))
        {
            if (vlan.PrimaryRack == rack)
                vlan.PrimaryRack = vlan.SecondaryRack;
            vlan.SecondaryRack = null;
            vlan.DhcpOn &= vlan.PrimaryRack is not null;
        }

        state.Nodes.Remove(rack);
    }

    private static T? Named<T>(ApiCall call, FieldErrors errors, string field, IEnumerable<T> items, Func<T, string> name)
        where T : class
    {
        if (call.Form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = items.FirstOrDefault(item => name(item) == text);
        if (found is null)
            errors.Add(field, FieldErrors.BadChoice);
        return found;
    }
}
