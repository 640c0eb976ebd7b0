using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A subnet (subnets/).</summary>
public sealed record Subnet : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The network in CIDR notation.</summary>
    public string Cidr { get => field ?? ""; init; }

    /// <summary>The network, by which it is compared.</summary>
    internal Written<IPBlock> Block => IPBlock.Read(Cidr);

    /// <summary>The VLAN it lies on.</summary>
    public Vlan? Vlan { get; init; }

    /// <summary>The gateway's address.</summary>
    [JsonPropertyName("gateway_ip")]
    public string? GatewayIP { get; init; }

    /// <summary>The DNS servers' addresses, in order.</summary>
    public IReadOnlyList<string> DnsServers { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>How reverse DNS is made.</summary>
    public int RdnsMode { get; init; }

    /// <summary>Whether machines here may ask MAAS for names.</summary>
    public bool AllowDns { get; init; }

    /// <summary>Whether machines here may use MAAS's proxy.</summary>
    public bool AllowProxy { get; init; }

    /// <summary>Whether MAAS manages its addresses.</summary>
    public bool Managed { get; init; }

    /// <summary>Whether MAAS probes it.</summary>
    public bool ActiveDiscovery { get; init; }

    /// <summary>The space; undefined when unset.</summary>
    public string? Space { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Architectures that do not boot from the network here.</summary>
    public IReadOnlyList<string> DisabledBootArchitectures { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The network in CIDR notation.</summary>
    public override string ToString() => Cidr;
}

/// <summary>A run of addresses of a subnet.</summary>
public sealed record AddressRange : MaasObject
{
    /// <summary>First address.</summary>
    public string Start { get => field ?? ""; init; }

    /// <summary>Last address.</summary>
    public string End { get => field ?? ""; init; }

    /// <summary>Number of addresses.</summary>
    public long NumAddresses { get; init; }

    /// <summary>What they are taken for: assigned-ip, dynamic, gateway-ip, reserved and so on; empty when free.</summary>
    public IReadOnlyList<string> Purpose { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>First and last address.</summary>
    public override string ToString() => $"{Start}-{End}";
}

/// <summary>An address in use on a subnet (subnets/{id}/?op=ip_addresses).</summary>
public sealed record SubnetAddress : MaasObject
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public string IPAddress { get => field ?? ""; init; }

    /// <summary>Why it is taken, as MAAS's number.</summary>
    public int AllocType { get; init; }

    /// <summary>When it was taken.</summary>
    public string? Created { get; init; }

    /// <summary>When the entry changed last.</summary>
    public string? Updated { get; init; }

    /// <summary>The user it is reserved for.</summary>
    public string? User { get; init; }

    /// <summary>The machine or controller that uses it.</summary>
    public SubnetAddressNode? NodeSummary { get; init; }

    /// <summary>The management controllers that use it.</summary>
    public IReadOnlyList<SubnetAddressBmc> Bmcs { get => field ?? TextList<SubnetAddressBmc>.Empty; init => field = TextList<SubnetAddressBmc>.From(value); }

    /// <summary>The DNS names that lead to it.</summary>
    public JsonElement? DnsRecords { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}

/// <summary>The node that uses an address.</summary>
public sealed record SubnetAddressNode : MaasObject
{
    /// <summary>The node.</summary>
    public string? SystemId { get; init; }

    /// <summary>The kind of node as MAAS's number.</summary>
    public int NodeType { get; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>The short name.</summary>
    public string? Hostname { get; init; }

    /// <summary>Whether it is part of another node.</summary>
    public bool IsContainer { get; init; }

    /// <summary>The interface's name.</summary>
    public string? Via { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Fqdn ?? Hostname ?? "";
}

/// <summary>A management controller that uses an address.</summary>
public sealed record SubnetAddressBmc : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The power driver.</summary>
    public string? PowerType { get; init; }

    /// <summary>The machines it switches.</summary>
    public IReadOnlyList<SubnetAddressNode> Nodes { get => field ?? TextList<SubnetAddressNode>.Empty; init => field = TextList<SubnetAddressNode>.From(value); }
}
