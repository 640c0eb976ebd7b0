using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>What of a subnet is in use: <c>op=reserved_ip_ranges</c>, <c>unreserved_ip_ranges</c>, <c>ip_addresses</c>.</summary>
internal static class SubnetUse
{
    private const int Automatic = 0;
    private const int Sticky = 1;
    private const int Discovered = 6;

    public static ApiResponse Reserved(ApiCall call) =>
        ApiResponse.Json(
            SiteJson.List(Merge(call.State.Addresses.UsesOf(Lookup.Subnet(call))), span => Render(span.Start, span.End, span.Purposes)));

    public static ApiResponse Unreserved(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        var (next, last) = AddressOrder.HostsOf(subnet.Cidr);
        var free = new JsonArray();
        foreach (var used in Merge(call.State.Addresses.UsesOf(subnet)))
        {
            if (AddressOrder.Instance.Compare(next, used.Start) < 0)
                free.Add(Render(next, AddressOrder.Previous(used.Start), null));
            next = AddressOrder.Next(used.End);
        }

        if (AddressOrder.Instance.Compare(next, last) <= 0)
            free.Add(Render(next, last, null));
        return ApiResponse.Json(free);
    }

    public static ApiResponse Addresses(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        var used = call.State.Addresses.Assigned.Select(entry => (entry.Address, entry.Interface, Link: (SimulatedLink?)entry.Link))
            .Concat(call.State.Addresses.Discovered.Select(entry => (entry.Address, entry.Interface, Link: (SimulatedLink?)null)))
            .Where(entry => subnet.Cidr.Contains(entry.Address));
        return ApiResponse.Json(
            SiteJson.List(used.OrderBy(entry => entry.Address, AddressOrder.Instance), entry => RenderAddress(call.State, entry)));
    }

    private static JsonObject RenderAddress(
        SimulatorState state, (IPAddress Address, SimulatedInterface Interface, SimulatedLink? Link) entry)
    {
        var (address, nic, link) = entry;
        var created = (link?.Created ?? state.Started).ToString("ddd, dd MMM. yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        var summary = new JsonObject
        {
            ["system_id"] = nic.Node.SystemId,
            ["node_type"] = nic.Node.NodeType,
            ["fqdn"] = nic.Node.Fqdn,
            ["hostname"] = nic.Node.Hostname,
            ["is_container"] = false,
            ["via"] = nic.Name,
        };
        var body = new JsonObject
        {
            ["ip"] = address.ToString(),
            ["alloc_type"] = link is null ? Discovered : link.Mode == "auto" ? Automatic : Sticky,
            ["created"] = created,
            ["updated"] = created,
            ["node_summary"] = summary,
        };
        if (link is not null && (link.User ?? nic.Node.Owner ?? state.Users.Find(user => user.IsSuperuser)) is { } user)
            body["user"] = user.Username;
        return body;
    }

    public static List<(IPAddress Start, IPAddress End, SortedSet<string> Purposes)> Merge(IEnumerable<AddressSpan> uses)
    {
        var merged = new List<(IPAddress Start, IPAddress End, SortedSet<string> Purposes)>();
        foreach (var use in uses)
        {
            var joins = merged.Count > 0 && AddressOrder.Instance.Compare(use.Start, AddressOrder.Next(merged[^1].End)) <= 0;
            if (!joins)
            {
                merged.Add((use.Start, use.End, new(StringComparer.Ordinal) { use.Purpose }));
                continue;
            }

            merged[^1].Purposes.Add(use.Purpose);
            if (AddressOrder.Instance.Compare(use.End, merged[^1].End) > 0)
                merged[^1] = merged[^1] with { End = use.End };
        }

        return merged;
    }

    public static JsonObject Render(IPAddress start, IPAddress end, IEnumerable<string>? purposes)
    {
        var count = AddressOrder.ToNumber(end) - AddressOrder.ToNumber(start) + 1;
        var body = new JsonObject
        {
            ["start"] = start.ToString(),
            ["end"] = end.ToString(),
            ["num_addresses"] = JsonNode.Parse(count.ToString(CultureInfo.InvariantCulture)),
        };
        if (purposes is not null)
            body["purpose"] = SiteJson.Texts(purposes);
        return body;
    }
}
