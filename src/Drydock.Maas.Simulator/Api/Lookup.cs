using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>Finds what a path names, or answers 404 in MAAS's words.</summary>
internal static class Lookup
{
    public static SimulatedFabric Fabric(ApiCall call)
    {
        var fabric = call.State.Fabrics.Find(fabric => Matches(call.Route["fabric"], fabric.Id, fabric.Name)) ?? throw Missing("Fabric");
        return call.State.AutoFabrics.IsHidden(fabric) ? throw Missing("Fabric") : fabric;
    }

    public static SimulatedVlan Vlan(ApiCall call)
    {
        if (!call.Route.ContainsKey("fabric"))
            return call.State.Vlans.Find(vlan => IsId(call.Route["vlan"], vlan.Id)) ?? throw Missing("VLAN");
        var fabric = Fabric(call);
        return call.State.Vlans.Find(vlan => vlan.Fabric == fabric && IsId(call.Route["vlan"], vlan.Vid)) ?? throw Missing("VLAN");
    }

    public static SimulatedSpace Space(ApiCall call) =>
        call.State.Spaces.Find(space => Matches(call.Route["space"], space.Id, space.Name)) ?? throw Missing("Space");

    public static SimulatedSubnet Subnet(ApiCall call)
    {
        var specifier = call.Route.TryGetValue("prefix", out var prefix) ? call.Route["subnet"] + '/' + prefix : call.Route["subnet"];
        return Subnet(call.State, specifier) ?? throw Missing("Subnet");
    }

    /// <summary>A subnet by id, CIDR, <c>cidr:…</c> or <c>name:…</c>.</summary>
    public static SimulatedSubnet? Subnet(SimulatorState state, string? specifier)
    {
        var text = specifier ?? "";
        if (text.StartsWith("name:", StringComparison.Ordinal))
            return state.Subnets.Find(subnet => subnet.Name == text[5..]);
        text = text.StartsWith("cidr:", StringComparison.Ordinal) ? text[5..] : text;
        return state.Subnets.Find(subnet => IsId(text, subnet.Id) || subnet.Cidr.ToString() == text);
    }

    public static T ById<T>(ApiCall call, IEnumerable<T> items, Func<T, int> id, string kind)
        where T : class => items.FirstOrDefault(item => IsId(call.Route["id"], id(item))) ?? throw Missing(kind);

    public static bool IsId(string? text, int id) => text == id.ToString(CultureInfo.InvariantCulture);

    public static bool Matches(string? text, int id, string name) => IsId(text, id) || text == name;

    public static ApiException Missing(string kind) => new(ApiResponse.NoMatch(kind));
}
