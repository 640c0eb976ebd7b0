using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A network interface of a machine or rack controller (nodes/{system_id}/interfaces/).</summary>
public sealed record NetworkInterface : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name, for example eno1, bond0 or bond0.101.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>physical, bond, vlan, bridge or unknown.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>The MAC address, lower case.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The MAC address, by which it is compared.</summary>
    internal Written<MacNumber> Mac => MacNumber.Read(MacAddress);

    /// <summary>The VLAN it is attached to; null when disconnected.</summary>
    public Vlan? Vlan { get; init; }

    /// <summary>Its links to subnets.</summary>
    public IReadOnlyList<InterfaceLink> Links { get => field ?? TextList<InterfaceLink>.Empty; init => field = TextList<InterfaceLink>.From(value); }

    /// <summary>Names of the interfaces below it.</summary>
    public IReadOnlyList<string> Parents { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Names of the interfaces above it.</summary>
    public IReadOnlyList<string> Children { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The MTU in force, in bytes.</summary>
    public int EffectiveMtu { get; init; }

    /// <summary>Settings made on the interface itself.</summary>
    public InterfaceParameters? Params { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether a cable was seen.</summary>
    public bool? LinkConnected { get; init; }

    /// <summary>Speed of the interface in Mbit/s.</summary>
    public int? InterfaceSpeed { get; init; }

    /// <summary>Speed of the link in Mbit/s.</summary>
    public int? LinkSpeed { get; init; }

    /// <summary>The vendor.</summary>
    public string? Vendor { get; init; }

    /// <summary>The product.</summary>
    public string? Product { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The firmware's version.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary>The NUMA node it hangs on.</summary>
    public int? NumaNode { get; init; }

    /// <summary>Number of SR-IOV functions it can offer.</summary>
    public int SriovMaxVf { get; init; }

    /// <summary>Addresses seen on it.</summary>
    public IReadOnlyList<DiscoveredAddress>? Discovered { get; init => field = TextList<DiscoveredAddress>.From(value); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A link of an interface to a subnet.</summary>
public sealed record InterfaceLink : MaasObject
{
    /// <summary>The identifier; it goes stale when the interface changes its VLAN.</summary>
    public int Id { get; init; }

    /// <summary>dhcp, static, auto or link_up.</summary>
    public string Mode { get => field ?? ""; init; }

    /// <summary>The address, for static links and those MAAS has given one.</summary>
    [JsonPropertyName("ip_address")]
    public string? IPAddress { get; init; }

    /// <summary>The address, by which it is compared.</summary>
    internal Written<IPNumber> Address => IPNumber.Read(IPAddress);

    /// <summary>The subnet; null for a bare link_up.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>Mode and address, for example auto 10.61.0.11.</summary>
    public override string ToString() => $"{Mode} {IPAddress}".Trim();
}

/// <summary>An address seen on an interface.</summary>
public sealed record DiscoveredAddress : MaasObject
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip_address")]
    public string? IPAddress { get; init; }

    /// <summary>The subnet it lies in.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress ?? "";
}

/// <summary>Settings of an interface beyond its VLAN and links; null where not set.</summary>
public sealed record InterfaceParameters : MaasObject
{
    /// <summary>The MTU set on the interface, in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>The bonding mode, for example 802.3ad.</summary>
    public string? BondMode { get; init; }

    /// <summary>Milliseconds between link checks.</summary>
    public int? BondMiimon { get; init; }

    /// <summary>Milliseconds before a lost link counts as down.</summary>
    [JsonPropertyName("bond_downdelay")]
    public int? BondDownDelay { get; init; }

    /// <summary>Milliseconds before a regained link counts as up.</summary>
    [JsonPropertyName("bond_updelay")]
    public int? BondUpDelay { get; init; }

    /// <summary>fast or slow, for 802.3ad.</summary>
    public string? BondLacpRate { get; init; }

    /// <summary>layer2, layer2+3, layer3+4, encap2+3 or encap3+4.</summary>
    public string? BondXmitHashPolicy { get; init; }

    /// <summary>Number of gratuitous ARPs after a failover.</summary>
    public int? BondNumGratArp { get; init; }

    /// <summary>Whether IPv6 router advertisements are taken.</summary>
    [JsonPropertyName("accept-ra")]
    public bool? AcceptRa { get; init; }

    /// <summary>Whether IPv6 addresses are made from advertisements.</summary>
    public bool? Autoconf { get; init; }

    /// <summary>standard or ovs.</summary>
    public string? BridgeType { get; init; }

    /// <summary>Whether the bridge speaks the spanning tree protocol.</summary>
    public bool? BridgeStp { get; init; }

    /// <summary>Seconds before a bridge port forwards.</summary>
    public int? BridgeFd { get; init; }
}
