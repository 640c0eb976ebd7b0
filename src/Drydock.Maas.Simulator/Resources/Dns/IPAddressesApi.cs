using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.Resources.Users;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary><c>ipaddresses/</c>: addresses users reserve for themselves. Only forms are read, no JSON.</summary>
internal sealed class IPAddressesApi : IApiModule
{
    private static readonly CompositeFormat NotYours = CompositeFormat.Parse(
        "IP address {0} does not exist, is not the correct type of address, or does not belong to the requesting user.\n"
        + "If you are sure you want to release this address, use force=true as a MAAS administrator.");

    public void Register(Router router)
    {
        router.Map("GET", "ipaddresses/", null, List);
        router.Map("POST", "ipaddresses/", "reserve", Reserve);
        router.Map("POST", "ipaddresses/", "release", Release);
    }

    /// <summary>MAAS fails over an address that it gives a new interface of its own, and takes back what it has done.</summary>
    public static ApiException RefuseInterface() => new(ApiResponse.Text(
        500,
        "create_forward_many_to_many_manager.<locals>.ManyRelatedManager.__call__() missing 1 required keyword-only argument: 'manager'"));

    /// <summary>Everybody sees his own; administrators may ask for another's, or for all there are.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var all = QueryFlag.Read(call.Query, "all");
        var (text, owner) = (call.Query.Get("ip"), call.Query.Get("owner"));
        IPAddress? address = null;
        if (text is not null && !IPAddress.TryParse(text, out address))
            return ApiResponse.BareText(400, "Parameter 'ip' must contain an IP address.");
        if (all && !call.SignedUser.IsSuperuser)
            return ApiResponse.BareText(403, "Listing all IP addresses requires admin privileges.");
        if (owner is not null && !call.SignedUser.IsSuperuser)
            return ApiResponse.BareText(403, "Listing another user's IP addresses requires admin privileges.");
        var found = call.State.HeldAddresses.Where(held => address is null || held.Address.Equals(address))
            .Where(held => owner is not null ? held.User?.Username == owner : all || held.User == call.User);
        if (!all || owner is not null)
            return ApiResponse.Json(ApiJson.List(found.OrderBy(held => held.Id), held => AddressJson.Render(call.State, held)));
        return ApiResponse.Json(ApiJson.List(
            AddressJson.All(call.State).Where(entry => address is null || entry.Address.Equals(address)), entry => entry.Body));
    }

    private static ApiResponse Reserve(ApiCall call)
    {
        var (specifier, mac, hostname) = (call.Post.Get("subnet"), call.Post.Get("mac"), call.Post.Get("hostname"));
        var text = call.Post.Get("ip") ?? call.Post.Get("ip_address");
        if (text is { Length: > 0 } && !IPAddress.TryParse(text, out _))
            return ApiResponse.Invalid("ip_address", "Enter a valid IPv4 or IPv6 address.");
        var asked = text is null ? null : IPAddress.Parse(text);
        var subnet = asked is not null
            ? call.State.Addresses.BestSubnet(asked) ?? throw new ApiException(ApiResponse.Text(400, $"No known subnet for IP address: {text}."))
            : Subnet(call.State, specifier);
        if (asked is not null && IsDynamic(call.State, subnet, asked))
            return ApiResponse.Forbidden(
                $"IP address {text} belongs to an existing dynamic range. To reserve this IP address, a MAC address is required. "
                + "(Create a device instead.)");
        var domain = GetDomain(call.State, ref hostname);
        if (mac is not null)
            CheckMac(call.State, mac);
        var address = asked ?? call.State.Addresses.NextFree(subnet)
            ?? throw new ApiException(ApiResponse.Text(503, $"No more IPs available in subnet: {subnet.Cidr}."));
        CheckFree(call.State, subnet, address);
        if (mac is not null)
            throw RefuseInterface();
        var reserved = Add(call.State, address, subnet, call.SignedUser);
        if (!string.IsNullOrEmpty(hostname))
            DnsNames.Find(call.State, hostname, domain, make: true)!.Addresses.Add(address);
        return ApiResponse.Json(AddressJson.Render(call.State, reserved));
    }

    public static SimulatedAddress Add(SimulatorState state, IPAddress address, SimulatedSubnet? subnet, SimulatedUser user)
    {
        var reserved = new SimulatedAddress
        {
            Id = state.Ids.Next("address"), Address = address, Subnet = subnet, User = user, Created = state.Now,
        };
        state.HeldAddresses.Add(reserved);
        return reserved;
    }

    private static SimulatedSubnet Subnet(SimulatorState state, string? specifier)
    {
        if (specifier is null)
            throw new ApiException(ApiResponse.Text(400, "Must supply either the 'subnet' or the 'ip' parameter."));
        return SiteSpecifiers.Subnets.FindAll(state, specifier) switch
        {
            [] => throw new ApiException(ApiResponse.Text(400, $"Unable to identify subnet: {specifier}.")),
            [var only] => only,
            _ => SiteSpecifiers.Subnets.Require(state, specifier),
        };
    }

    private static SimulatedDomain GetDomain(SimulatorState state, ref string? hostname)
    {
        var cut = hostname?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (cut <= 0)
            return state.Domains.Find(domain => domain.IsDefault) ?? state.Domains[0];
        var name = hostname![(cut + 1)..];
        hostname = hostname[..cut];
        return SiteSpecifiers.Domains.Require(state, "name:" + name);
    }

    private static void CheckMac(SimulatorState state, string mac)
    {
        if (!MacAddress.IsValid(mac))
            throw new ApiException(ApiResponse.BareInvalid("mac_address", $"'{mac}' is not a valid MAC address."));
        if (state.Nodes.FirstOrDefault(node => node.Interfaces.Exists(nic => nic.MacAddress == mac)) is { } node)
            throw new ApiException(ApiResponse.Text(
                400,
                $"MAC address {mac} already belongs to {node.Hostname}. Use of the interface API is required, for an interface that belongs to a node."));
    }

    private static void CheckFree(SimulatorState state, SimulatedSubnet subnet, IPAddress address)
    {
        if (state.Addresses.IsAssigned(address))
            throw new ApiException(ApiResponse.Text(404, $"The IP address {address} is already in use."));
        if (state.IPRanges.Find(range => range.Subnet == subnet && range.Type == "reserved" && Span(range).Contains(address)) is { } range)
            throw new ApiException(ApiResponse.Text(404, $"{address} is within the reserved range from {range.Start} to {range.End}"));
    }

    private static bool IsDynamic(SimulatorState state, SimulatedSubnet subnet, IPAddress address) =>
        state.IPRanges.Exists(range => range.Subnet == subnet && range.Type == "dynamic" && Span(range).Contains(address));

    private static UsedSpan Span(SimulatedIPRange range) => new(range.Start, range.End, range.Type);

    private static ApiResponse Release(ApiCall call)
    {
        var text = call.Post.Get("ip") ?? throw new ApiException(ApiResponse.Text(400, "No provided ip!"));
        var force = QueryFlag.Read(call.Post, "force");
        var discovered = QueryFlag.Read(call.Post, "discovered");
        if (force && !call.SignedUser.IsSuperuser)
            return ApiResponse.BareText(403, "Force-releasing an IP address requires admin privileges.");
        if (!IPAddress.TryParse(text, out var address))
            return ApiResponse.Invalid("ip", "Enter a valid IPv4 or IPv6 address.");
        var held = call.State.HeldAddresses.Find(other => other.Address.Equals(address) && (force || other.User == call.User));
        if (held is not null && !discovered)
        {
            call.State.HeldAddresses.Remove(held);
            call.State.Addresses.ForgetNames(address);
            return ApiResponse.NoContent();
        }

        if (force && ReleaseOfInterface(call.State, address, discovered))
            return ApiResponse.NoContent();
        return ApiResponse.Text(400, force ? $"IP address {text} does not exist." : string.Format(CultureInfo.InvariantCulture, NotYours, text));
    }

    private static bool ReleaseOfInterface(SimulatorState state, IPAddress address, bool discovered)
    {
        foreach (var nic in state.Nodes.SelectMany(node => node.Interfaces))
        {
            if (discovered && nic.Discovered?.Address.Equals(address) == true)
            {
                nic.Discovered = null;
                return true;
            }

            if (!discovered && nic.Links.RemoveAll(link => link.Address?.Equals(address) == true) > 0)
                return true;
        }

        return false;
    }
}

/// <summary>Addresses as <c>ipaddresses/</c> and DNS records show them, whoever holds them.</summary>
internal static class AddressJson
{
    private const string Static = "Static";

    private static readonly Dictionary<string, (int Number, string Name)> Kinds = new(StringComparer.Ordinal)
    {
        ["auto"] = (0, "Automatic"),
    };

    public static JsonObject Render(SimulatorState state, SimulatedAddress held) => Render(state, held.Address, (4, "User reserved"), held.Subnet, held.User, held.Created, null);

    /// <summary>Every address there is, oldest first.</summary>
    public static IEnumerable<(IPAddress Address, JsonObject Body)> All(SimulatorState state) => state.HeldAddresses
        .Select(held => (held.Created, held.Address, Body: Render(state, held)))
        .Concat(state.Addresses.OfPower.Select(power => (
            state.Started, power.Address, Render(state, power.Address, (1, Static), power.Subnet, null, state.Started, null))))
        .Concat(state.Addresses.Discovered.Select(seen => (
            state.Started, seen.Address, Render(state, seen.Address, (6, "Observed"), seen.Subnet, null, state.Started, seen.Interface))))
        .Concat(state.Addresses.Assigned.Select(used => (
            used.Link.Created,
            used.Address,
            Render(
                state, used.Address, Kinds.GetValueOrDefault(used.Link.Mode, (1, Static)), used.Link.Subnet, null, used.Link.Created, used.Interface))))
        .OrderBy(entry => entry.Item1).Select(entry => (entry.Item2, entry.Item3));

    private static JsonObject Render(
        SimulatorState state, IPAddress address, (int Number, string Name) kind, SimulatedSubnet? subnet, SimulatedUser? user, DateTimeOffset created, SimulatedInterface? nic) => new()
    {
        ["created"] = TimeText.Stamp(state, created),
        ["ip"] = address.ToString(),
        ["alloc_type"] = kind.Number,
        ["alloc_type_name"] = kind.Name,
        ["subnet"] = SubnetsApi.Render(subnet),
        ["owner"] = UsersApi.Render(user),
        ["interface_set"] = nic is null ? [] : new JsonArray(InterfaceJson.Render(nic)),
        ["resource_uri"] = ApiJson.Root + "ipaddresses/",
    };
}
