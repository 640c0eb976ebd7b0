using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A link to a subnet, as the design wants it. All wrong links go before any is made, so that an address moves from one interface to another.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Mode">dhcp, static or link_up.</param>
/// <param name="Address">The address of a static link.</param>
/// <param name="IsDefaultGateway">Whether the machine's default gateway is the subnet's.</param>
internal sealed record SubnetLink(Subnet Subnet, string Mode, string? Address, bool IsDefaultGateway)
{
    /// <summary>Whether the network is the node's primary one, with a gateway in MAAS or without.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether the subnet is one of IPv6.</summary>
    public bool IsIpv6 => Subnet.Block.Value?.Address.IsV6 == true;

    /// <summary>Reads it from the design.</summary>
    /// <param name="reader">The site and the machine.</param>
    /// <param name="network">The network that it is on.</param>
    public static SubnetLink Read(DesiredNetworkReader reader, Design.Network network)
    {
        var node = reader.Node;
        var subnet = reader.Site.Subnets.FirstOrDefault(s => s.Block == network.Block) ?? throw new NodeException(
            ErrorIds.SubnetNotFound, $"MAAS has no subnet {network.Cidr} for network {network.Name}. Run Set-MaasSiteNetwork first.");
        var address = node.FindAddress(network.Name);
        var mode = address?.Type switch { "dhcp" => "dhcp", "static" => "static", _ => "link_up" };
        var isPrimary = network.Name == node.PrimaryNetwork;
        if (isPrimary && mode == "link_up" && !string.IsNullOrEmpty(subnet.GatewayIP))
        {
            reader.AddMessage(
                $"Node {node.Name} has no address on {network.Name}, its primary network: MAAS takes the gateway of another subnet on which it has one, or none.");
        }

        var isGateway = isPrimary && mode == "static" && !string.IsNullOrEmpty(subnet.GatewayIP);
        return new(subnet, mode, mode == "static" ? IPNumber.Read(address!.Address).Canonical : null, isGateway) { IsPrimary = isPrimary };
    }

    /// <summary>The links that go.</summary>
    public static IEnumerable<InterfaceOperation> PlanUnlinks(MachineNetwork network)
    {
        var places = network.LinkPlaces.ToList();
        var own = places.Where(p => !network.Desired.OfType<Bridge>().Any(b => b.FindParent(network) == p.Name && network.Find(b.Name) is null))
            .SelectMany(p => p.Links.Where(l => p.Wanted?.IsMetBy(l) != true && !GoesByItself(l, p.Wanted)).Select(l => new UnlinkSubnet(p.Present!, l)));
        return own.Concat(PlanForeignUnlinks(network, places));
    }

    /// <summary>The links that come, and the choice of the default gateway where that link is there.</summary>
    public static IEnumerable<InterfaceOperation> PlanLinks(MachineNetwork network)
    {
        foreach (var place in network.LinkPlaces.Where(p => p.Wanted is not null))
        {
            if (place.FindWanted() is null)
                yield return new LinkSubnet(place) { Causes = FindTakers(network, place.Name) };
            else if (GatewayChoice.Plan(network, place) is { } choice)
                yield return choice;
        }
    }

    /// <summary>Whether a link is as wanted.</summary>
    public bool IsMetBy(InterfaceLink link) =>
        link.Mode == Mode && link.Subnet?.Id == Subnet.Id && (Mode != "static" || link.Address == IPNumber.Read(Address));

    /// <summary>Mode, address and subnet.</summary>
    public override string ToString() =>
        $"{Mode}{(Address is null ? "" : $" {Address}")} on {Subnet.Cidr}{(IsDefaultGateway ? ", default gateway" : "")}";

    /// <summary>An address of the design that an interface beside the design holds would be refused as in use.</summary>
    private static IEnumerable<UnlinkSubnet> PlanForeignUnlinks(MachineNetwork network, IReadOnlyList<LinkPlace> places)
    {
        var addresses = places.Select(p => p.Wanted?.Address).OfType<string>().Select(IPNumber.Read).ToHashSet();
        var ours = places.Select(p => p.Name).Concat(network.Desired.SelectMany(d => d.Nics)).ToHashSet(StringComparer.Ordinal);
        return from nic in network.Machine.Interfaces
            where !ours.Contains(nic.Name)
            from link in nic.Links
            where addresses.Contains(link.Address)
            select new UnlinkSubnet(nic, link);
    }

    /// <summary>
    /// A bare link-up goes when a real link comes, and every link when a link-up is forced. Where no link is wanted, MAAS would put one back.
    /// </summary>
    private static bool GoesByItself(InterfaceLink link, SubnetLink? wanted) =>
        (link.Mode == "link_up" && (link.Subnet is null || wanted is null)) || wanted?.Mode == "link_up";

    /// <summary>What has taken an interface's links and goes: a bond or bridge over a NIC takes them; a VLAN interface does not.</summary>
    private static IReadOnlyList<string> FindTakers(MachineNetwork network, string name) =>
        [.. network.DeletedOver(name).Where(i => i.Type != "vlan").Select(i => i.Name)];
}

/// <summary>Links an interface to a subnet.</summary>
/// <param name="Place">The interface and the link.</param>
internal sealed record LinkSubnet(LinkPlace Place) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Place.Name;

    /// <summary>The link.</summary>
    public SubnetLink Wanted => Place.Wanted!;

    /// <summary>What is sent for it.</summary>
    public LinkRequest Request => new()
    {
        SubnetId = Wanted.Subnet.Id,
        Mode = Wanted.Mode,
        IPAddress = Wanted.Address,
        DefaultGateway = Wanted.IsDefaultGateway,
        Force = Wanted.Mode == "link_up",
    };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.Link, Interface, Wanted.ToString(), [Interface, .. Causes])];

    /// <summary>Whatever is made, moved, deleted or unlinked may free its address, and would drop the link.</summary>
    protected override bool Follows(InterfaceOperation other) => other is not (LinkSubnet or SetDefaultGateway);
}

/// <summary>Takes a link from an interface.</summary>
/// <param name="Present">The interface.</param>
/// <param name="Link">The link.</param>
internal sealed record UnlinkSubnet(NetworkInterface Present, InterfaceLink Link) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Present.Name;

    /// <summary>An address that a lease gave is not of the link.</summary>
    public override ChangeValues? Found => new(
    [
        new("mode", Link.Mode ?? ""),
        new("subnet", Link.Subnet?.Cidr ?? ""),
        .. Link.Mode == "static" ? [new KeyValuePair<string, string>("address", Link.IPAddress ?? "")] : Array.Empty<KeyValuePair<string, string>>(),
    ]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.Link, Interface, $"{Link.Mode} {Link.IPAddress ?? Link.Subnet?.Cidr}".TrimEnd(), Interface)];

    /// <summary>The same link by what it says: ids go stale.</summary>
    public bool Describes(InterfaceLink link) => link.Mode == Link.Mode && link.Subnet?.Id == Link.Subnet?.Id && link.Address == Link.Address;

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => false;
}
