namespace Drydock.Maas.Design;

/// <summary>A network (drydock/Network/v1); a subnet and its VLAN in MAAS.</summary>
public sealed record Network
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The network in CIDR notation.</summary>
    public string Cidr { get; init; } = "";

    /// <summary>The network, by which it is compared.</summary>
    internal Written<IPBlock> Block => IPBlock.Read(Cidr);

    /// <summary>The VLAN tag as the author wrote it; null for untagged.</summary>
    public string? Vlan { get; init; }

    /// <summary>The MTU in bytes; null means the link's.</summary>
    public int? Mtu { get; init; }

    /// <summary>The route domain it belongs to.</summary>
    public string? RouteDomain { get; init; }

    /// <summary>The DNS domain, local unless given.</summary>
    public string DnsDomain { get; init; } = "";

    /// <summary>DNS servers' addresses.</summary>
    public IReadOnlyList<string> DnsServers { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Address ranges.</summary>
    public IReadOnlyList<NetworkRange> Ranges { get; init => field = TextList<NetworkRange>.From(value); } = TextList<NetworkRange>.Empty;

    /// <summary>Routes, those generated from route domains included.</summary>
    public IReadOnlyList<NetworkRoute> Routes { get; init => field = TextList<NetworkRoute>.From(value); } = TextList<NetworkRoute>.Empty;

    /// <summary>The relay's own address.</summary>
    public string? DhcpRelaySelf { get; init; }

    /// <summary>The DHCP server's address the relay forwards to.</summary>
    public string? DhcpRelayTarget { get; init; }

    /// <summary>Labels; noconfig means hands off.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The name of its subnet in MAAS: the label subnet_name, else its own.</summary>
    internal string SubnetName => Labels.GetValueOrDefault("subnet_name") ?? Name;

    /// <summary>The name of its VLAN in MAAS: the label vlan_name, else its own.</summary>
    internal string VlanName => Labels.GetValueOrDefault("vlan_name") ?? Name;

    /// <summary>Whether the label noconfig says not to configure this network.</summary>
    public bool NoConfig => Labels.ContainsKey("noconfig");

    /// <summary>Gateway of the first default route, to 0.0.0.0/0 or ::/0, if any.</summary>
    public string? DefaultGateway => Routes.FirstOrDefault(r => NetworkRoute.IsDefault(r.Subnet))?.Gateway;

    /// <summary>The VLAN tag as a number, 0 for untagged; null when it is no number.</summary>
    public int? VlanTag => Vlan is null ? 0
        : int.TryParse(Vlan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var tag) ? tag
        : null;

    /// <summary>Whether any range is served by DHCP.</summary>
    public bool HasDhcp => Ranges.Any(r => r.Type == "dhcp");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
