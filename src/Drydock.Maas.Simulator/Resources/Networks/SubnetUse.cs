using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>Ranges and addresses of a subnet in use: <c>op=reserved_ip_ranges</c>, <c>unreserved_ip_ranges</c>, <c>ip_addresses</c>.</summary>
internal static class SubnetUse
{
    private const int Automatic = 0;
    private const int Sticky = 1;
    private const int UserReserved = 4;
    private const int Discovered = 6;

    private static readonly string[] SummaryMembers = ["node_summary", "dns_records", "bmcs"];

    public static ApiResponse Reserved(ApiCall call) =>
        ApiResponse.Json(ApiJson.List(call.State.Addresses.GetUses(Lookup.Subnet(call)), span => Render(span, withPurpose: true)));

    public static ApiResponse Unreserved(ApiCall call) =>
        ApiResponse.Json(ApiJson.List(call.State.Addresses.GetFree(Lookup.Subnet(call)), span => Render(span, withPurpose: false)));

    public static JsonObject Render(UsedSpan span, bool withPurpose)
    {
        var body = new JsonObject
        {
            ["start"] = span.Start.ToString(),
            ["end"] = span.End.ToString(),
            ["num_addresses"] = JsonNode.Parse(span.Size.ToString(CultureInfo.InvariantCulture)),
        };
        if (withPurpose)
            body["purpose"] = ApiJson.Texts(span.Purposes);
        return body;
    }

    public static ApiResponse Addresses(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        var withUser = QueryFlag.Read(call.Query, "with_username", otherwise: true);
        var withSummary = QueryFlag.Read(call.Query, "with_summary", otherwise: true);
        withSummary &= QueryFlag.Read(call.Query, "with_node_summary", otherwise: true);
        var all = ListNodes(call.State, subnet).Concat(ListUsers(call.State, subnet)).Concat(ListPower(call.State, subnet));
        return ApiResponse.Json(new JsonArray([.. all.OrderBy(entry => entry.Address, AddressOrder.Instance).Select(entry =>
        {
            if (!withUser)
                entry.Body.Remove("user");
            foreach (var name in withSummary ? [] : SummaryMembers)
                entry.Body.Remove(name);
            return (JsonNode)entry.Body;
        })]));
    }

    private static IEnumerable<(IPAddress Address, JsonObject Body)> ListNodes(SimulatorState state, SimulatedSubnet subnet)
    {
        foreach (var (address, link, nic) in state.Addresses.Assigned.Where(used => used.Link.Subnet == subnet))
        {
            var body = Body(address, link.Mode == "auto" ? Automatic : Sticky, link.Created);
            AddNode(body, nic);
            if ((link.User ?? nic.Node.Owner ?? state.Users.Find(user => user.IsSuperuser)) is { } user)
                body["user"] = user.Username;
            AddRecords(body, state, address);
            yield return (address, body);
        }

        foreach (var (_, address, nic) in state.Addresses.Discovered.Where(seen => seen.Subnet == subnet))
        {
            var body = Body(address, Discovered, state.Started);
            AddNode(body, nic);
            yield return (address, body);
        }
    }

    private static IEnumerable<(IPAddress Address, JsonObject Body)> ListUsers(SimulatorState state, SimulatedSubnet subnet)
    {
        foreach (var reserved in state.HeldAddresses.Where(reserved => reserved.Subnet == subnet))
        {
            var body = Body(reserved.Address, UserReserved, reserved.Created);
            if (reserved.User is { } user)
                body["user"] = user.Username;
            AddRecords(body, state, reserved.Address);
            yield return (reserved.Address, body);
        }
    }

    private static IEnumerable<(IPAddress Address, JsonObject Body)> ListPower(SimulatorState state, SimulatedSubnet subnet)
    {
        foreach (var (_, address, machines) in state.Addresses.OfPower.Where(power => power.Subnet == subnet))
        {
            var body = Body(address, Sticky, state.Started);
            AddRecords(body, state, address);
            body["bmcs"] = ApiJson.List(machines.GroupBy(machine => PowerAddresses.GetNumber(state, machine)), shared => new JsonObject
            {
                ["id"] = shared.Key,
                ["power_type"] = shared.First().PowerType,
                ["nodes"] = ApiJson.List(
                    shared, machine => new JsonObject { ["system_id"] = machine.SystemId, ["hostname"] = machine.Hostname }),
            });
            yield return (address, body);
        }
    }

    private static JsonObject Body(IPAddress address, int type, DateTimeOffset created)
    {
        var time = created.ToString("ddd, dd MMM. yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        return new() { ["ip"] = address.ToString(), ["alloc_type"] = type, ["created"] = time, ["updated"] = time };
    }

    private static void AddNode(JsonObject body, SimulatedInterface nic) => body["node_summary"] = new JsonObject
    {
        ["system_id"] = nic.Node.SystemId,
        ["node_type"] = nic.Node.NodeType,
        ["fqdn"] = nic.Node.Fqdn,
        ["hostname"] = nic.Node.Hostname,
        ["is_container"] = nic.Node is SimulatedDevice { Parent: not null },
        ["via"] = nic.Name,
    };

    private static void AddRecords(JsonObject body, SimulatorState state, IPAddress address)
    {
        var named = state.DnsResources.FindAll(resource => resource.Addresses.Contains(address));
        if (named.Count > 0)
            body["dns_records"] = ApiJson.List(named, resource => new JsonObject
            {
                ["id"] = resource.Id, ["name"] = resource.Name, ["domain"] = resource.Domain.Name,
            });
    }
}
