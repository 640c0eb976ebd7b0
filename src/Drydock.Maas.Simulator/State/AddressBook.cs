using System.Net;

namespace Drydock.Maas.Simulator.State;

/// <summary>Which addresses of a subnet are in use, and for what.</summary>
internal sealed class AddressBook(SimulatorState state)
{
    /// <summary>Addresses that other parts hold (power controllers, DNS records, reservations).</summary>
    public List<(IPAddress Address, string Purpose)> Others => state.ReservedAddresses;

    /// <summary>Every address in use by a link of a node, with that link and its interface.</summary>
    public IEnumerable<(IPAddress Address, SimulatedLink Link, SimulatedInterface Interface)> Assigned =>
        from node in state.Nodes
        from nic in node.Interfaces
        from link in nic.Links
        where link.Address is not null
        select (link.Address, link, nic);

    /// <summary>Addresses interfaces were seen with while their machines booted; nobody holds them.</summary>
    public IEnumerable<(IPAddress Address, SimulatedInterface Interface)> Discovered =>
        from node in state.Nodes
        from nic in node.Interfaces
        let address = nic.Discovered?.Address
        where address is not null
        select (address, nic);

    /// <summary>Whether somebody holds the address; gateways and DNS servers are no holders.</summary>
    public bool IsAssigned(IPAddress address) =>
        Assigned.Any(used => used.Address.Equals(address)) || Others.Any(other => other.Address.Equals(address));

    /// <summary>The purposes MAAS lists for single addresses and ranges of the subnet, lowest first.</summary>
    public IEnumerable<AddressSpan> UsesOf(SimulatedSubnet subnet)
    {
        var spans = state.IPRanges.Where(range => range.Subnet == subnet)
            .Select(range => new AddressSpan(range.Start, range.End, range.Type))
            .Concat(
                Assigned.Where(used => subnet.Cidr.Contains(used.Address)).Select(used => AddressSpan.Single(used.Address, "assigned-ip")))
            .Concat(
                Discovered.Where(seen => subnet.Cidr.Contains(seen.Address))
                    .Select(seen => AddressSpan.Single(seen.Address, "assigned-ip")))
            .Concat(
                Others.Where(other => subnet.Cidr.Contains(other.Address))
                    .Select(other => AddressSpan.Single(other.Address, other.Purpose)))
            .Concat(subnet.DnsServers.Where(subnet.Cidr.Contains).Select(server => AddressSpan.Single(server, "dns-server")));
        if (subnet.GatewayIp is { } gateway)
            spans = spans.Append(AddressSpan.Single(gateway, "gateway-ip"));
        return spans.OrderBy(span => span.Start, AddressOrder.Instance);
    }

    /// <summary>The lowest address of the subnet that nothing uses and that is none of some others; null when it is full.</summary>
    public IPAddress? NextFree(SimulatedSubnet subnet, params IEnumerable<IPAddress> others)
    {
        var (candidate, last) = AddressOrder.HostsOf(subnet.Cidr);
        var uses = UsesOf(subnet).Concat(others.Select(other => AddressSpan.Single(other, "excluded")));
        foreach (var use in uses.OrderBy(use => use.Start, AddressOrder.Instance))
        {
            if (AddressOrder.Instance.Compare(use.Start, candidate) > 0)
                break;
            if (AddressOrder.Instance.Compare(use.End, candidate) >= 0)
                candidate = AddressOrder.Next(use.End);
        }

        return AddressOrder.Instance.Compare(candidate, last) <= 0 ? candidate : null;
    }
}
