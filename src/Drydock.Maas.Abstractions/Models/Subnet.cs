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
    public IReadOnlyList<string> DnsServers { get => field ?? []; init; }

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
    public IReadOnlyList<string> DisabledBootArchitectures { get => field ?? []; init; }

    /// <summary>The network in CIDR notation.</summary>
    public override string ToString() => Cidr;
}
