using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>reservedips/</c>: addresses kept for a MAC address.</summary>
internal sealed class ReservedIPsApi : IApiModule
{
    private const string Immutable =
        "The ip, mac_address and the subnet of a reserved IP are immutable. Delete the entry and recreate it.";

    public void Register(Router router)
    {
        router.Map("GET", "reservedips/", null, call => ApiResponse.Json(ApiJson.List(call.State.ReservedIPs, Render)));
        router.Map("POST", "reservedips/", null, Create, Access.Admin);
        router.Map("GET", "reservedips/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "reservedips/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "reservedips/{id}/", null, Delete, Access.Admin);
    }

    private static JsonObject Render(SimulatedReservedIP reserved) => new()
    {
        ["subnet"] = SubnetsApi.Render(reserved.Subnet),
        ["ip"] = reserved.Address.ToString(),
        ["mac_address"] = reserved.MacAddress,
        ["comment"] = reserved.Comment,
        ["id"] = reserved.Id,
        ["resource_uri"] = ApiJson.Uri($"reservedips/{reserved.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var address = ReadAddress(call, errors);
        var mac = (call.Form.Get("mac_address") ?? "").Trim().Replace('-', ':').ToLowerInvariant();
        if (mac.Length == 0)
            errors.Add("mac_address", "This field cannot be blank.");
        if (mac.Length > 0 && !MacAddress.IsValid(mac))
            errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        var subnet = address is null ? null : ReadSubnet(call, errors, address);
        if (subnet is not null)
            CheckFree(call.State, errors, address!, mac, subnet);
        errors.ThrowIfAny();
        var reserved = new SimulatedReservedIP
        {
            Id = call.State.Ids.Next("reservedip"),
            Address = address!,
            Subnet = subnet!,
            MacAddress = mac,
            Comment = call.Form.Get("comment") ?? "",
        };
        call.State.ReservedIPs.Add(reserved);
        return ApiResponse.Json(Render(reserved));
    }

    private static IPAddress? ReadAddress(ApiCall call, FieldErrors errors)
    {
        var text = errors.Text("ip");
        if (text.Length == 0)
            return null;
        if (!IPAddress.TryParse(text, out var address))
            errors.Add("ip", "Enter a valid IPv4 or IPv6 address.");
        return address;
    }

    private static SimulatedSubnet? ReadSubnet(ApiCall call, FieldErrors errors, IPAddress address)
    {
        var given = call.Form.Get("subnet") is { Length: > 0 } text ? text : null;
        var subnet = given is null
            ? call.State.Subnets.Find(s => s.Cidr.Contains(address))
            : SiteSpecifiers.Subnets.Read(call.State, errors, "subnet", given);
        if (subnet is null && given is null)
            errors.Add("subnet", $"There is no subnet for {address}. Create the subnet and try again.");
        if (subnet is not null && !subnet.Cidr.Contains(address))
            errors.Add("ip", $"{address} is not part of the subnet.");

        return subnet;
    }

    private static void CheckFree(SimulatorState state, FieldErrors errors, IPAddress address, string mac, SimulatedSubnet subnet)
    {
        var last = AddressOrder.Next(AddressOrder.GetHosts(subnet.Cidr).Last);
        if (address.Equals(subnet.Cidr.BaseAddress))
            errors.Add("ip", "The network address cannot be a reserved IP.");
        if (address.Equals(last))
            errors.Add("ip", "The broadcast address cannot be a reserved IP.");
        if (state.Addresses.Assigned.Any(used => used.Address.Equals(address) && used.Interface.MacAddress != mac))
            errors.Add("ip", $"The ip {address} is already in use by another machine.");
        if (state.IPRanges.Find(range => range.Subnet == subnet && range.Type == "dynamic" && range.Contains(address)) is { } range)
            errors.Add("ip", $"The reserved IP {address} must be outside the dynamic range {range.Start} - {range.End}.");
        if (state.ReservedIPs.Exists(other => other.Address.Equals(address)))
            errors.Add("ip", "Reserved IP with this IP address already exists.");
        if (state.ReservedIPs.Exists(other => other.MacAddress == mac && other.Subnet == subnet))
            errors.Add("__all__", "Reserved IP with this MAC address and Subnet already exists.");
    }

    /// <summary>Only the comment; a subnet that is named at all is another one to MAAS, which compares its number with a text.</summary>
    private static ApiResponse Update(ApiCall call)
    {
        var reserved = Find(call);
        if ((call.Form.Get("ip") ?? reserved.Address.ToString()) != reserved.Address.ToString()
            || (call.Form.Get("mac_address") ?? reserved.MacAddress) != reserved.MacAddress || call.Form.Has("subnet"))
            throw new ApiException(ApiResponse.Invalid("__all__", Immutable));
        reserved.Comment = call.Form.Get("comment") ?? reserved.Comment;
        return ApiResponse.Json(Render(reserved));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.ReservedIPs.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    private static SimulatedReservedIP Find(ApiCall call) =>
        SiteSpecifiers.ReservedIPs.Require(call.State, call.Route["id"]);
}

/// <summary>Refusal of an address that is kept for another interface, or of one that an interface with a kept address is not to have.</summary>
internal static class ReservedForOthers
{
    /// <exception cref="ApiException">409, in MAAS's words.</exception>
    public static void Check(SimulatorState state, SimulatedInterface nic, IPAddress address)
    {
        var kept = state.ReservedIPs.Where(r => r.MacAddress == nic.MacAddress || r.Address.Equals(address)).ToList();
        if (kept.Count == 0)
            return;
        var problem = kept.Count > 1
            ? $"The MAC address {nic.MacAddress} or the static IP {address} are associated with a reserved IP and cannot be used."
            : !kept[0].Address.Equals(address)
                ? $"The static IP {address} does not match the reserved IP {kept[0].Address} for the MAC address {nic.MacAddress}."
                : kept[0].MacAddress != nic.MacAddress
                    ? $"The static IP {address} is already reserved for the MAC address {kept[0].MacAddress}."
                    : null;
        if (problem is not null)
            throw new ApiException(ApiResponse.Conflict(problem));
    }
}
