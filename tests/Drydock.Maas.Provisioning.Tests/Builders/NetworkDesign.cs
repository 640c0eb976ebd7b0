using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Pieces of a site's network design.</summary>
internal static class NetworkDesign
{
    public static Design.Network GetNetwork(string name, string cidr, string? vlan = null, int? mtu = null, string? gateway = null) => new()
    {
        Name = name,
        Cidr = cidr,
        Vlan = vlan,
        Mtu = mtu,
        Routes = gateway is null ? [] : [Route("0.0.0.0/0", gateway)],
    };

    public static NetworkRoute Route(string subnet, string gateway, int? metric = null) =>
        new() { Subnet = subnet, Gateway = gateway, Metric = metric };

    public static NetworkRange Dhcp(string start, string end) => new() { Type = "dhcp", Start = start, End = end };

    public static NetworkRange Reserved(string start, string end) => new() { Type = "reserved", Start = start, End = end };

    public static NetworkLink Link(string name, string? native, params IReadOnlyList<string> networks) =>
        new() { Name = name, Mtu = 1500, NativeNetwork = native, AllowedNetworks = networks };

    public static NetworkLink BondLink(string name, string? native, params IReadOnlyList<string> networks) =>
        Link(name, native, networks) with { Bonding = new LinkBonding { Mode = "802.3ad", MonitorInterval = 100, PeerRate = "fast" } };

    public static NodeInterface Nic(string name, string link, params IReadOnlyList<string> networks) =>
        new() { Name = name, NetworkLink = link, Slaves = [name], Networks = networks };

    public static NodeInterface Bond(string name, string link, IReadOnlyList<string> slaves, params IReadOnlyList<string> networks) =>
        new() { Name = name, NetworkLink = link, Slaves = slaves, Networks = networks };

    public static NodeInterface Bridge(string name, string over, params IReadOnlyList<string> networks) =>
        new() { Name = name, Slaves = [over], Networks = networks, Bridge = new BridgeSettings() };

    public static NodeAddress Static(string network, string address) => new() { Network = network, Type = "static", Address = address };

    public static NodeAddress FromDhcp(string network) => new() { Network = network, Type = "dhcp" };

    public static SiteDesign SiteWith(
        IReadOnlyList<Design.Network> networks, IReadOnlyList<NetworkLink> links, params IReadOnlyList<DrydockNode> nodes) =>
        new(networks, links, nodes);
}
