using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>Finds what a path names, or answers 404 in MAAS's words.</summary>
internal static class Lookup
{
    public static SimulatedFabric Fabric(ApiCall call)
    {
        var fabric = SiteSpecifiers.Fabrics.Require(call.State, call.Route["fabric"]);
        return call.State.AutoFabrics.IsHidden(fabric) ? throw Missing("Fabric") : fabric;
    }

    public static SimulatedVlan Vlan(ApiCall call)
    {
        if (!call.Route.ContainsKey("fabric"))
            return call.State.Vlans.Find(vlan => vlan.Id == Number(call.Route["vlan"]))
                ?? throw new ApiException(ApiResponse.NotFound("VLAN with specified ID does not exist."));
        var fabric = Fabric(call);
        return SiteSpecifiers.Vlans.Require(call.State, call.Route["vlan"], vlan => vlan.Fabric == fabric);
    }

    public static SimulatedSpace Space(ApiCall call) =>
        SiteSpecifiers.Spaces.Require(call.State, call.Route["space"]);

    public static SimulatedSubnet Subnet(ApiCall call)
    {
        var specifier = call.Route.TryGetValue("prefix", out var prefix) ? call.Route["subnet"] + '/' + prefix : call.Route["subnet"];
        return SiteSpecifiers.Subnets.Require(call.State, specifier);
    }

    public static T ById<T>(ApiCall call, IEnumerable<T> items, Func<T, int> id, string kind)
        where T : class
    {
        var number = Number(call.Route["id"]);
        return items.FirstOrDefault(item => id(item) == number) ?? throw Missing(kind);
    }

    /// <summary>The number by which the database is asked, or the 500 with which it answers a text that is none.</summary>
    public static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ApiException(ApiResponse.Text(500, $"Field 'id' expected a number but got '{text}'."));

    public static bool IsId(string? text, int id) => text == id.ToString(CultureInfo.InvariantCulture);

    public static bool Matches(string? text, int id, string name) => IsId(text, id) || text == name;

    public static ApiException Missing(string kind) => new(ApiResponse.NoMatch(kind));
}
