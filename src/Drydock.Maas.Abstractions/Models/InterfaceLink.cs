using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

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
}
