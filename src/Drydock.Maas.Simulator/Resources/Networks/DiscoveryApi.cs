using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>discovery/</c>: what racks have seen on their networks, which is nothing here.</summary>
internal sealed class DiscoveryApi : IApiModule
{
    private const string All = "discovery/";

    private const string AllSubnets =
        "Bad request: scanning all subnets is not allowed unless force=True is specified.\n\n**WARNING: This will scan ALL networks attached to MAAS "
        + "rack controllers.\nCheck with your internet service provider or IT department to be sure this is\nallowed before proceeding.**\n";

    private static readonly string[] Unknowns = ["by_unknown_mac", "by_unknown_ip", "by_unknown_ip_and_mac"];

    public void Register(Router router)
    {
        router.Map("GET", All, null, _ => ApiResponse.Json(new JsonArray()));
        router.Map("GET", "discovery/{id}/", null, Miss);
        foreach (var operation in Unknowns)
            router.Map("GET", All, operation, _ => ApiResponse.Json(new JsonArray()));
        router.Map("POST", All, "clear", Clear);
        router.Map("POST", All, "clear_by_mac_and_ip", ClearOne);
        router.Map("POST", All, "scan", Scan);
    }

    /// <summary>The path has few signs; with another it is none.</summary>
    private static ApiResponse Miss(ApiCall call) => call.Route["id"].All(sign => char.IsLetterOrDigit(sign) || ".: _=^".Contains(sign, StringComparison.Ordinal))
        ? ApiResponse.NoMatch("Discovery")
        : ApiResponse.Text(404, $"Unknown API endpoint: {Router.ApiRoot}{call.Path}.");

    private static ApiResponse Clear(ApiCall call)
    {
        var asked = QueryFlag.Read(call.Post, "all") | QueryFlag.Read(call.Post, "mdns") | QueryFlag.Read(call.Post, "neighbours");
        if (Refuse(call) is { } refusal)
            return refusal;
        return asked ? ApiResponse.NoContent() : ApiResponse.BareText(
            400, "Bad request: could not determine what data to clear.\nMust specify mdns=True, neighbours=True, or all=True.");
    }

    private static ApiResponse ClearOne(ApiCall call)
    {
        var address = call.Post.Demand("ip");
        call.Post.Demand("mac");
        if (Refuse(call) is null && !IPAddress.TryParse(address, out _))
            return ApiResponse.Text(500, BadAddress(address));
        return Refuse(call) ?? ApiResponse.BareText(410, "Gone");
    }

    /// <summary>The database's own words, with the place in the statement.</summary>
    private static string BadAddress(string text) =>
        $"invalid input syntax for type inet: \"{text}\"\nLINE 1: ...r_neighbour\" WHERE (\"maasserver_neighbour\".\"ip\" = '{text}'::ine...\n{new string(' ', 61)}^\n";

    private static ApiResponse? Refuse(ApiCall call) => call.SignedUser.IsSuperuser
        ? null
        : ApiResponse.BareText(403, "Must be an administrator to clear discovery entries.");

    private static ApiResponse Scan(ApiCall call)
    {
        var networks = call.DemandList("cidr");
        if (networks.Any(text => NetworkText.Parse(text) is null))
            return ApiResponse.Text(400, "Invalid cidr: Please enter a valid IP address (a.b.c.d) or IP network (a.b.c.d/e)");
        var force = QueryFlag.Read(call.Post, "force");
        _ = QueryFlag.Read(call.Post, "always_use_ping") | QueryFlag.Read(call.Post, "slow");
        if (call.Post.Get("threads") is { } threads && !double.TryParse(threads, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return ApiResponse.Text(400, "Invalid threads: Please enter a number");
        if (networks.Count == 0 && !force)
            return ApiResponse.BareText(400, AllSubnets);
        var racks = call.State.RackControllers.Where(rack => networks.Count == 0 || IsOnAny(rack, networks)).ToLookup(rack => RackConnectivity.IsConnected(call.State, rack));
        return ApiResponse.Json(new JsonObject
        {
            ["result"] = Summarize(racks[true].Any(), racks[false].Count()),
            ["scan_started_on"] = Names(racks[true]),
            ["scan_failed_on"] = new JsonArray(),
            ["scan_attempted_on"] = Names(racks[true]),
            ["failed_to_connect_to"] = Names(racks[false]),
            ["rpc_call_timed_out_on"] = new JsonArray(),
            ["failures"] = new JsonArray(),
        });
    }

    private static bool IsOnAny(SimulatedController rack, IReadOnlyList<string> networks) => rack.Interfaces.SelectMany(nic => nic.Links)
        .Any(link => link.Subnet is { } subnet && networks.Any(text => NetworkText.Parse(text) is { } network && network.Equals(subnet.Cidr)));

    private static string Summarize(bool any, int missing) => (any, missing) switch
    {
        (false, _) => "Unable to initiate network scanning on any rack controller. Verify that the rack controllers are started and have connected to the region.",
        (_, > 0) => string.Create(
            CultureInfo.InvariantCulture,
            $"Scanning could not be started on {missing} rack controller(s). Verify that all rack controllers are connected to the region."),
        _ => "Scanning is in-progress on all rack controllers.",
    };

    private static JsonArray Names(IEnumerable<SimulatedController> racks) =>
        ApiJson.List(racks, rack => new JsonObject { ["system_id"] = rack.SystemId, ["hostname"] = rack.Hostname });
}
