using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Works out a node's interfaces against its machine's NICs and the site in MAAS; everything missing is found before anything is written.</summary>
internal sealed class DesiredNetworkReader(DrydockNode node, Machine machine, SiteSnapshot site, DeviceNames names)
{
    private readonly List<string> _messages = [];
    private readonly NicClaims _nics = new(node, machine, names);

    public IReadOnlyList<string> Messages => _messages;

    /// <summary>The interfaces, in design order.</summary>
    public IReadOnlyList<DesiredInterface> Read()
    {
        var configured = BridgedInterface.Of(node, LinkOf);
        var bonded = configured.Where(x => x.Link.Bonding.IsEnabled)
            .SelectMany(x => x.Design.Slaves.Select(names.Resolve)).ToHashSet(StringComparer.Ordinal);
        var interfaces = new List<DesiredInterface>();
        foreach (var bridged in configured)
        {
            var (design, link) = (bridged.Design, bridged.Link);
            if (link.Bonding.IsEnabled)
                interfaces.AddRange(WithBridges(ReadBond(design, link), bridged));
            else if (ReadPlain(design, link, bonded) is { } plain)
                interfaces.AddRange(WithBridges(plain, bridged));
        }

        return interfaces;
    }

    /// <summary>The interface, what stands on it as a whole, and what stands on one of its VLAN interfaces.</summary>
    private IEnumerable<DesiredInterface> WithBridges(DesiredInterface below, BridgedInterface bridged)
    {
        var tagged = below.Tagged.ToDictionary(t => t.Link!.Subnet.Block);
        var over = bridged.NetworkBridges.Select(b => (b.Bridge, Tagged: tagged[Network(b.Bridge, b.Network).Block])).ToList();
        yield return below with { Tagged = [.. below.Tagged.Select(t => over.Exists(o => o.Tagged == t) ? t with { Link = null } : t)] };
        if (bridged.Bridge is { } whole)
            yield return Read(Free(whole), [], whole, bridged.Link, null) with { Bridge = new(below.Name, null, whole.Bridge!) };
        foreach (var (bridge, vlan) in over)
        {
            yield return new DesiredInterface(Free(bridge), [], vlan.Vlan, vlan.Mtu ?? vlan.Vlan.Mtu, null, vlan.Link, [])
            {
                Bridge = new(below.Name, vlan.Vlan, bridge.Bridge!),
            };
        }
    }

    /// <summary>The name of a bridge, which a NIC must not have: that cannot be deleted to make room for it.</summary>
    private string Free(NodeInterface bridge) => machine.Interfaces.All(i => i.Type != "physical" || i.Name != bridge.Name)
        ? bridge.Name
        : throw new NodeException(
            NodeErrorIds.DesignInvalid, $"Bridge {bridge.Name} of node {node.Name} has the name of a NIC of {machine}. Give it another.");

    private NetworkLink? LinkOf(NodeInterface design) => node.LinkNameOf(design) is not { } name
        ? null
        : node.Site.FindLink(name) ?? throw new NodeException(
            NodeErrorIds.DesignInvalid,
            $"Interface {design.Name} of node {node.Name} is on network link {name}, which the design does not define.");

    private DesiredInterface ReadBond(NodeInterface design, NetworkLink link)
    {
        if (design.Slaves.Count == 0)
            throw new NodeException(NodeErrorIds.DesignInvalid, $"Bond {design.Name} of node {node.Name} has no slaves.");
        var members = design.Slaves.Select(s => _nics.Claim(s, design.Name)).ToList();
        return Read(design.Name, members, design, link, link.Bonding);
    }

    private DesiredInterface? ReadPlain(NodeInterface design, NetworkLink link, HashSet<string> bonded)
    {
        if (design.Slaves.Count != 1)
        {
            throw new NodeException(
                NodeErrorIds.DesignInvalid, $"Interface {design.Name} of node {node.Name} has {design.Slaves.Count} slaves; on a link without bonding it needs one.");
        }

        var nic = names.Resolve(design.Slaves[0]);
        if (bonded.Contains(nic))
        {
            _messages.Add($"Interface {design.Name} shares NIC {nic} with a bond; the bond has it, {design.Name} gets no link of its own.");
            return null;
        }

        return Read(_nics.Claim(design.Slaves[0], design.Name), [], design, link, null);
    }

    private DesiredInterface Read(string name, IReadOnlyList<string> members, NodeInterface design, NetworkLink link, LinkBonding? bonding)
    {
        var fabric = FabricOf(link) ?? throw new NodeException(
            NodeErrorIds.FabricNotFound, $"MAAS has no fabric {link.Name} for interface {design.Name} of node {node.Name}. Run Set-MaasSiteNetwork first.");
        var untagged = VlanOf(fabric, 0, link.Name);
        var networks = design.Networks.Select(n => Network(design, n)).ToList();
        var native = networks.FirstOrDefault(n => n.Name == link.NativeNetwork);
        var tagged = networks.Where(n => n != native).Select(n => new DesiredVlanInterface(VlanOf(fabric, Tag(n, link), n, design, link), n.Mtu, LinkTo(n)));
        return new(name, members, untagged, link.Mtu, bonding, native is null ? null : LinkTo(native), [.. tagged]);
    }

    /// <summary>A fabric that somebody renamed is still the one its networks are on.</summary>
    private Fabric? FabricOf(NetworkLink link)
    {
        var networks = link.AllowedNetworks.Select(node.Site.FindNetwork).OfType<Design.Network>().Where(n => !n.NoConfig);
        return site.Fabrics.FirstOrDefault(f => f.Name == link.Name) ?? FabricFinder.Find(link, networks, node.Site, site).Present;
    }

    private Design.Network Network(NodeInterface design, string name) => node.Site.FindNetwork(name) ?? throw new NodeException(
        NodeErrorIds.DesignInvalid, $"Interface {design.Name} of node {node.Name} is on network {name}, which the design does not define.");

    private int Tag(Design.Network network, NetworkLink link) => network.VlanTag is { } tag and > 0
        ? tag
        : throw new NodeException(
            NodeErrorIds.NetworkNotPossible,
            $"Network {network.Name} (node {node.Name}) has no VLAN tag and is not the native network of link {link.Name}; it cannot share the link.");

    /// <summary>A network that no link carries, or another, has its VLAN elsewhere or nowhere, whatever is run.</summary>
    private Vlan VlanOf(Fabric fabric, int tag, Design.Network network, NodeInterface design, NetworkLink link)
    {
        if (link.AllowedNetworks.Contains(network.Name) || fabric.Vlans.Any(v => v.Vid == tag))
            return VlanOf(fabric, tag, network.Name);
        var carrier = node.Site.FindLinkOfNetwork(network.Name) is { } other ? $"link {other.Name} carries it" : "no network link carries it";
        throw new NodeException(
            NodeErrorIds.DesignInvalid,
            $"Interface {design.Name} of node {node.Name} is on network {network.Name}, but its link {link.Name} does not carry that network: {carrier}. "
            + $"Add {network.Name} to allowed_networks of {link.Name} and run Set-MaasSiteNetwork, or take it off the interface.");
    }

    private static Vlan VlanOf(Fabric fabric, int tag, string what) => fabric.Vlans.FirstOrDefault(v => v.Vid == tag) ?? throw new NodeException(
        NodeErrorIds.VlanNotFound, $"Fabric {fabric.Name} has no VLAN {tag} for {what}. Run Set-MaasSiteNetwork first.");

    private DesiredLink LinkTo(Design.Network network)
    {
        var subnet = site.Subnets.FirstOrDefault(s => s.Block == network.Block) ?? throw new NodeException(
            NodeErrorIds.SubnetNotFound, $"MAAS has no subnet {network.Cidr} for network {network.Name}. Run Set-MaasSiteNetwork first.");
        var address = node.FindAddress(network.Name);
        var mode = address?.Type switch { "dhcp" => "dhcp", "static" => "static", _ => "link_up" };
        var isPrimary = network.Name == node.PrimaryNetwork;
        if (isPrimary && mode == "link_up" && !string.IsNullOrEmpty(subnet.GatewayIP))
        {
            _messages.Add(
                $"Node {node.Name} has no address on {network.Name}, its primary network: MAAS takes the gateway of another subnet on which it has one, or none.");
        }

        var isGateway = isPrimary && mode == "static" && !string.IsNullOrEmpty(subnet.GatewayIP);
        return new(subnet, mode, mode == "static" ? IPNumber.Read(address!.Address).Canonical : null, isGateway) { IsPrimary = isPrimary };
    }
}
