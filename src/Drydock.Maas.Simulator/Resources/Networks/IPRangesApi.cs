using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Users;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>ipranges/</c>.</summary>
internal sealed class IPRangesApi : IApiModule
{
    private const int LongestComment = 255;
    private const string BothRequired = "Start IP address and end IP address are both required.";

    public void Register(Router router)
    {
        router.Map("GET", "ipranges/", null, call => ApiResponse.Json(ApiJson.List(call.State.IPRanges, Render)));
        router.Map("POST", "ipranges/", null, Create);
        router.Map("GET", "ipranges/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "ipranges/{id}/", null, Update);
        router.Map("DELETE", "ipranges/{id}/", null, Delete);
    }

    private static JsonObject Render(SimulatedIPRange range) => new()
    {
        ["subnet"] = SubnetsApi.Render(range.Subnet),
        ["type"] = range.Type,
        ["start_ip"] = range.Start.ToString(),
        ["end_ip"] = range.End.ToString(),
        ["user"] = UsersApi.Render(range.User),
        ["comment"] = range.Comment,
        ["id"] = range.Id,
        ["resource_uri"] = ApiJson.Uri($"ipranges/{range.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        if (call.Form.Get("type") == "dynamic" && !call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden("Unable to create dynamic IP range. You don't have sufficient privileges.");
        var range = Read(call, null);
        call.State.IPRanges.Add(range);
        return ApiResponse.Json(Render(range));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var range = Find(call);
        DemandOwner(call, range);
        var wanted = Read(call, range);
        (range.Type, range.Subnet, range.Comment, range.User) = (wanted.Type, wanted.Subnet, wanted.Comment, wanted.User);
        (range.Start, range.End) = (wanted.Start, wanted.End);
        call.State.IPRanges.Touch(range);
        return ApiResponse.Json(Render(range));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var range = Find(call);
        DemandOwner(call, range);
        call.State.IPRanges.Remove(range);
        return ApiResponse.NoContent();
    }

    private static void DemandOwner(ApiCall call, SimulatedIPRange range)
    {
        if (range.User != call.User && !call.SignedUser.IsSuperuser)
            throw new ApiException(ApiResponse.Forbidden("Unable to modify IP range. You don't own the IP range."));
    }

    private static SimulatedIPRange Read(ApiCall call, SimulatedIPRange? current)
    {
        var errors = new FieldErrors(call.Form);
        var subnet = ReadSubnet(call, errors, current);
        var type = ReadType(call.Form, errors, current);
        var start = ReadAddress(call.Form, errors, "start_ip", current?.Start);
        var end = ReadAddress(call.Form, errors, "end_ip", current?.End);
        var user = current is null ? call.SignedUser : ReadUser(call, errors, current);
        // An empty comment counts as none sent.
        var comment = call.Form.Get("comment") is { Length: > 0 } text ? text : current?.Comment ?? "";
        errors.CheckLength("comment", comment, LongestComment);
        if (start is null || end is null)
            DemandBoth(errors, current);
        if (call.State.Rules.FailsAtBadRanges && type == "dynamic")
            RangeRules.FailAtBad(subnet, start, end);
        errors.ThrowIfAny();
        RangeRules.Check(call.State, errors, type, subnet!, start!, end!, current);
        errors.ThrowIfAny();
        return new()
        {
            Id = current?.Id ?? call.State.Ids.Next("iprange"),
            Type = type,
            Subnet = subnet!,
            Start = start!,
            End = end!,
            Comment = comment,
            User = user,
        };
    }

    private static SimulatedUser? ReadUser(ApiCall call, FieldErrors errors, SimulatedIPRange current)
    {
        if (call.Form.Get("user") is not { Length: > 0 } name)
            return current.User;
        var user = call.State.Users.Find(user => user.Username == name);
        if (user is null)
            errors.Add("user", FieldErrors.BadChoice);
        return user;
    }

    /// <summary>A range that is there already has what the form lacks.</summary>
    private static void DemandBoth(FieldErrors errors, SimulatedIPRange? current)
    {
        foreach (var field in current is null ? new[] { "start_ip", "end_ip" } : [])
            errors.Add(field, BothRequired);
    }

    private static string ReadType(ParameterSet form, FieldErrors errors, SimulatedIPRange? current)
    {
        var type = form.Get("type") ?? current?.Type;
        if (string.IsNullOrEmpty(type))
            errors.Add("type", FieldErrors.Required);
        else if (type is not ("dynamic" or "reserved"))
            errors.Add("type", $"Select a valid choice. {type} is not one of the available choices.");
        return type ?? "";
    }

    private static IPAddress? ReadAddress(ParameterSet form, FieldErrors errors, string field, IPAddress? current)
    {
        if (!form.Has(field) && current is not null)
            return current;
        var text = errors.Text(field);
        if (text.Length == 0)
            return null;
        if (!IPAddress.TryParse(text, out var address))
            errors.Add(field, "Enter a valid IPv4 or IPv6 address.");
        return address;
    }

    private static SimulatedSubnet? ReadSubnet(ApiCall call, FieldErrors errors, SimulatedIPRange? current)
    {
        // A range goes by the number of its subnet alone, or by the address it begins with.
        var found = call.Form.Get("subnet") is { } id ? call.State.Subnets.Find(subnet => Lookup.IsId(id, subnet.Id))
            : current?.Subnet ?? Around(call);
        if (found is null)
            errors.Add("subnet", call.Form.Get("subnet") is { Length: > 0 } ? FieldErrors.BadChoice : FieldErrors.Required);
        return found;
    }

    /// <summary>The subnet a new range begins in; MAAS fails over what is no address.</summary>
    private static SimulatedSubnet? Around(ApiCall call)
    {
        if (call.Form.Get("start_ip") is not { Length: > 0 } text)
            return null;
        return IPAddress.TryParse(text, out var start)
            ? call.State.Addresses.BestSubnet(start)
            : throw new ApiException(ApiResponse.Text(500, $"failed to detect a valid IP address from '{text}'"));
    }

    private static SimulatedIPRange Find(ApiCall call) => SiteSpecifiers.IPRanges.Require(call.State, call.Route["id"]);
}

/// <summary>Rules of where a range may lie.</summary>
internal static class RangeRules
{
    private const int SmallestV6 = 256;

    /// <summary>Looks for kept addresses in a dynamic range before it is known to be one.</summary>
    /// <exception cref="ApiException">500: it is none.</exception>
    public static void FailAtBad(SimulatedSubnet? subnet, IPAddress? start, IPAddress? end)
    {
        var text = subnet is null ? "'subnet'" : start is null ? "'start_ip'" : end is null ? "'end_ip'"
            : start.AddressFamily != end.AddressFamily ? "start and stop IP versions do not match!"
            : AddressOrder.Instance.Compare(end, start) < 0 ? "lower bound IP greater than upper bound!" : null;
        if (text is not null)
            throw new ApiException(ApiResponse.Text(500, text));
    }

    public static void Check(
        SimulatorState state,
        FieldErrors errors,
        string type,
        SimulatedSubnet subnet,
        IPAddress start,
        IPAddress end,
        SimulatedIPRange? self)
    {
        if (start.AddressFamily != end.AddressFamily)
            Both(errors, "Start IP address and end IP address must be in the same address family.");
        else if (AddressOrder.Instance.Compare(end, start) < 0)
            errors.Add("end_ip", "End IP address must not be less than Start IP address.");
        else
            CheckWithin(errors, subnet, start, end);
        if (errors.Any)
            return;
        var room = state.Addresses.RoomFor(type, subnet, self);
        if (type == "dynamic" && state.ReservedIPs.Exists(r => r.Subnet == subnet && UsedSpan.Single(r.Address, "").Overlaps(start, end)))
            errors.Add("__all__", "The dynamic IP range cannot include reserved IPs.");
        else if (type == "dynamic" && start.AddressFamily == AddressFamily.InterNetworkV6 && new UsedSpan(start, end).Size < SmallestV6)
            Both(errors, "IPv6 dynamic range must be at least 256 addresses in size.");
        else if (room.Count == 0)
            Both(errors, $"There is no room for any {type} ranges on this subnet.");
        else if (!room.Exists(gap => gap.Contains(start) && gap.Contains(end)))
            Both(errors, $"Requested {type} range conflicts with an existing {(type == "reserved" ? "range." : "IP address or range.")}");
    }

    private static void CheckWithin(FieldErrors errors, SimulatedSubnet subnet, IPAddress start, IPAddress end)
    {
        var (startsOutside, endsOutside) = (!subnet.Cidr.Contains(start), !subnet.Cidr.Contains(end));
        if (startsOutside && endsOutside)
            Both(errors, $"IP addresses must be within subnet: {subnet.Cidr}.");
        else if (startsOutside)
            errors.Add("start_ip", $"Start IP address must be within subnet: {subnet.Cidr}.");
        else if (endsOutside)
            errors.Add("end_ip", $"End IP address must be within subnet: {subnet.Cidr}.");
        else if (start.Equals(subnet.Cidr.BaseAddress))
            errors.Add("start_ip", "Reserved network address cannot be included in IP range.");
        else if (end.AddressFamily == AddressFamily.InterNetwork && !subnet.Cidr.Contains(Next(end)))
            errors.Add("end_ip", "Broadcast address cannot be included in IP range.");
    }

    private static IPAddress Next(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        BinaryPrimitives.WriteUInt32BigEndian(octets, unchecked(BinaryPrimitives.ReadUInt32BigEndian(octets) + 1));
        return new(octets);
    }

    private static void Both(FieldErrors errors, string message)
    {
        errors.Add("start_ip", message);
        errors.Add("end_ip", message);
    }
}
