using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Simulator.State;

/// <summary>The addresses of a subnet in use, and their uses.</summary>
internal sealed class AddressBook(SimulatorState state)
{
    private const string Unused = "unused";

    /// <summary>Every address in use by a link of a node, with that link and its interface.</summary>
    public IEnumerable<(IPAddress Address, SimulatedLink Link, SimulatedInterface Interface)> Assigned =>
        from node in state.Nodes
        from nic in node.Interfaces
        from link in nic.Links
        where link.Address is not null
        select (link.Address, link, nic);

    /// <summary>Addresses interfaces were seen with while their machines booted; nobody holds them.</summary>
    public IEnumerable<(SimulatedSubnet Subnet, IPAddress Address, SimulatedInterface Interface)> Discovered =>
        from node in state.Nodes
        from nic in node.Interfaces
        where nic.Discovered is not null
        select (nic.Discovered!.Value.Subnet, nic.Discovered.Value.Address, nic);

    /// <summary>Addresses of power controllers, with the subnet each lies in and the machines it switches.</summary>
    public IEnumerable<(SimulatedSubnet? Subnet, IPAddress Address, IReadOnlyList<SimulatedMachine> Machines)> OfPower =>
        PowerAddresses.List(state).Select(power => (BestSubnet(power.Address), power.Address, power.Machines));

    /// <summary>Whether somebody holds the address; gateways and DNS servers are no holders.</summary>
    public bool IsAssigned(IPAddress address) => Assigned.Any(used => used.Address.Equals(address))
        || state.HeldAddresses.Exists(reserved => reserved.Address.Equals(address))
        || PowerAddresses.List(state).Any(power => power.Address.Equals(address));

    /// <summary>Whether somebody holds the address or was seen with it: no interface is linked with such a one.</summary>
    public bool IsKnown(IPAddress address) => IsAssigned(address) || Discovered.Any(seen => seen.Address.Equals(address));

    /// <summary>The subnet an address belongs to: one with DHCP before others, a small one before a large one.</summary>
    public SimulatedSubnet? BestSubnet(IPAddress address) => state.Subnets.Where(subnet => subnet.Cidr.Contains(address))
        .OrderByDescending(subnet => subnet.Vlan.DhcpOn).ThenByDescending(subnet => subnet.Cidr.PrefixLength).FirstOrDefault();

    /// <summary>Call when a subnet is new or has another network: reserved addresses outside of all subnets find theirs, others lose it.</summary>
    public void Settle(SimulatedSubnet subnet)
    {
        foreach (var held in state.HeldAddresses.Where(held => held.Subnet is null || held.Subnet == subnet))
            held.Subnet = subnet.Cidr.Contains(held.Address) ? subnet : null;
    }

    /// <summary>The purposes MAAS lists for single addresses and ranges of the subnet, lowest first.</summary>
    public List<UsedSpan> GetUses(SimulatedSubnet subnet) => UsedSpan.Merge(GetSingles(subnet, withDiscovered: true).Concat(GetRanges(subnet)));

    /// <summary>Where a range may lie: a reserved one beside others, a dynamic one where nothing is, but for machines that were merely seen.</summary>
    public List<UsedSpan> RoomFor(string type, SimulatedSubnet subnet, SimulatedIPRange? changed) => type == "reserved"
        ? GetGaps(subnet, UsedSpan.Merge(GetRanges(subnet, changed)))
        : GetFree(subnet, withDiscovered: false, StaysReserved(subnet, changed) ? null : changed);

    private bool StaysReserved(SimulatedSubnet subnet, SimulatedIPRange? changed) =>
        state.Rules.LetsReservedRangesBecomeDynamic && !subnet.Managed && changed is { Type: "reserved" };

    /// <summary>What MAAS may give out.</summary>
    public List<UsedSpan> GetFree(SimulatedSubnet subnet) => GetFree(subnet, withDiscovered: true, null);

    /// <summary>Everything in order: what is used, and what is not.</summary>
    public List<UsedSpan> GetWhole(SimulatedSubnet subnet)
    {
        var used = GetUses(subnet);
        return UsedSpan.Merge(used.Concat(GetGaps(subnet, used)));
    }

    /// <summary>The first address of the smallest gap that some others leave; null when the subnet is full.</summary>
    public IPAddress? NextFree(SimulatedSubnet subnet, params IEnumerable<IPAddress> others) =>
        GetFree(subnet, withDiscovered: true, null, others).OrderBy(span => span.Size).ThenBy(span => span.Start, AddressOrder.Instance)
            .FirstOrDefault()?.Start;

    /// <summary>Of a subnet that MAAS does not manage only what is reserved is free to be used.</summary>
    private List<UsedSpan> GetFree(
        SimulatedSubnet subnet, bool withDiscovered, SimulatedIPRange? changed, params IEnumerable<IPAddress> others)
    {
        var singles = GetSingles(subnet, withDiscovered)
            .Concat(others.Where(subnet.Cidr.Contains).Select(other => UsedSpan.Single(other, "excluded"))).ToList();
        var ranges = GetRanges(subnet, changed).ToList();
        var free = GetGaps(subnet, UsedSpan.Merge(singles.Concat(ranges)));
        return subnet.Managed
            ? free
            : GetGaps(subnet, UsedSpan.Merge(singles.Concat(ranges.Where(range => !range.Has("reserved"))).Concat(free)));
    }

    /// <summary>The ranges of the subnet, and what every IPv6 network keeps.</summary>
    private IEnumerable<UsedSpan> GetRanges(SimulatedSubnet subnet, SimulatedIPRange? changed = null) => GetKept(subnet.Cidr).Concat(
        state.IPRanges.Where(range => range.Subnet == subnet && range != changed).Select(range => new UsedSpan(range.Start, range.End, range.Type)));

    private static List<UsedSpan> GetGaps(SimulatedSubnet subnet, List<UsedSpan> used)
    {
        var gaps = new List<UsedSpan>();
        var (next, last) = AddressOrder.GetHosts(subnet.Cidr);
        foreach (var span in used)
        {
            if (AddressOrder.Instance.Compare(next, span.Start) < 0)
                gaps.Add(new(next, AddressOrder.Previous(span.Start), Unused));
            if (span.End.Equals(last))
                return gaps;
            next = AddressOrder.Next(span.End);
        }

        if (AddressOrder.Instance.Compare(next, last) <= 0)
            gaps.Add(new(next, last, Unused));
        return gaps;
    }

    /// <summary>The anycast address of routers, and in a network of the usual size its first part.</summary>
    private static IEnumerable<UsedSpan> GetKept(IPNetwork network)
    {
        if (network.BaseAddress.AddressFamily != AddressFamily.InterNetworkV6)
            yield break;
        if (network.PrefixLength == 64)
            yield return new(AddressOrder.Next(network.BaseAddress), AddressOrder.Shift(network.BaseAddress, uint.MaxValue), "reserved");
        if (network.PrefixLength < 127)
            yield return UsedSpan.Single(network.BaseAddress, "rfc-4291-2.6.1");
    }

    private IEnumerable<UsedSpan> GetSingles(SimulatedSubnet subnet, bool withDiscovered)
    {
        var gateways = state.StaticRoutes.Where(route => route.Source == subnet).Select(route => route.Gateway);
        if (subnet.GatewayIp is { } gateway && subnet.Cidr.Contains(gateway))
            gateways = gateways.Append(gateway);
        var assigned = Assigned.Where(used => used.Link.Subnet == subnet).Select(used => used.Address)
            .Concat(state.HeldAddresses.Where(reserved => reserved.Subnet == subnet).Select(reserved => reserved.Address))
            .Concat(OfPower.Where(power => power.Subnet == subnet).Select(power => power.Address));
        if (withDiscovered)
            assigned = assigned.Concat(Discovered.Where(seen => seen.Subnet == subnet).Select(seen => seen.Address));
        return gateways.Select(address => UsedSpan.Single(address, "gateway-ip"))
            .Concat(subnet.DnsServers.Where(subnet.Cidr.Contains).Select(server => UsedSpan.Single(server, "dns-server")))
            .Concat(assigned.Where(subnet.Cidr.Contains).Select(address => UsedSpan.Single(address, "assigned-ip")));
    }

    /// <summary>Takes an address that is no more off all names; a name without a further address goes, and its records with it.</summary>
    public void ForgetNames(IPAddress address)
    {
        foreach (var resource in state.DnsResources.FindAll(resource => resource.Addresses.Remove(address) && resource.Addresses.Count == 0))
        {
            state.DnsResources.Remove(resource);
            state.DnsRecords.RemoveAll(record => record.Resource == resource);
        }
    }
}
