using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

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
