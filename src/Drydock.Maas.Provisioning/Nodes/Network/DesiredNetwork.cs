using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>An interface as the design wants it, in MAAS's terms.</summary>
/// <param name="Name">Its name in MAAS: a NIC's own, or the design's for a bond or bridge.</param>
/// <param name="Members">Names of a bond's NICs; empty for a plain NIC or a bridge.</param>
/// <param name="Vlan">The untagged VLAN of its link's fabric; of a bridge over a VLAN interface that VLAN.</param>
/// <param name="Mtu">Its MTU in bytes.</param>
/// <param name="Bonding">How it is bonded; null for a plain NIC.</param>
/// <param name="Native">The link to the native network, if it is on it.</param>
/// <param name="Tagged">The VLAN interfaces on it.</param>
internal sealed record DesiredInterface(
    string Name,
    IReadOnlyList<string> Members,
    Vlan Vlan,
    int Mtu,
    Drydock.Maas.Design.LinkBonding? Bonding,
    DesiredLink? Native,
    IReadOnlyList<DesiredVlanInterface> Tagged)
{
    /// <summary>What makes it a bridge; null for a NIC or bond.</summary>
    public DesiredBridge? Bridge { get; init; }

    /// <summary>The NICs it stands on; a bridge stands on another interface.</summary>
    public IEnumerable<string> Nics => Bridge is not null ? [] : Bonding is null ? [Name] : Members;

    /// <summary>Whether the design chose its name, so that nothing else may have it.</summary>
    public bool IsNamed => Bonding is not null || Bridge is not null;
}

/// <summary>A tagged interface.</summary>
/// <param name="Vlan">The VLAN.</param>
/// <param name="Mtu">Its MTU in bytes; null for the VLAN's.</param>
/// <param name="Link">Its link; null below a bridge.</param>
internal sealed record DesiredVlanInterface(Vlan Vlan, int? Mtu, DesiredLink? Link);

/// <summary>A link to a subnet.</summary>
/// <param name="Subnet">The subnet.</param>
/// <param name="Mode">dhcp, static or link_up.</param>
/// <param name="Address">The address of a static link.</param>
/// <param name="IsDefaultGateway">Whether the machine's default gateway is the subnet's.</param>
internal sealed record DesiredLink(Subnet Subnet, string Mode, string? Address, bool IsDefaultGateway)
{
    /// <summary>Whether the network is the node's primary one, with a gateway in MAAS or without.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether the subnet is one of IPv6.</summary>
    public bool IsIpv6 => Subnet.Block.Value?.Address.IsV6 == true;

    public bool IsMetBy(InterfaceLink link) =>
        link.Mode == Mode && link.Subnet?.Id == Subnet.Id && (Mode != "static" || link.Address == IPNumber.Read(Address));

    public override string ToString() =>
        $"{Mode}{(Address is null ? "" : $" {Address}")} on {Subnet.Cidr}{(IsDefaultGateway ? ", default gateway" : "")}";
}
