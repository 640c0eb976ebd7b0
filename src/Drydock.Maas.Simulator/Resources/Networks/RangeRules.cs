using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>Where a range may lie.</summary>
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
