using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Fields of a subnet to make or change; null leaves one as it is, an empty text clears it.</summary>
public sealed record SubnetUpdate
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The network in CIDR notation.</summary>
    public string? Cidr { get; init; }

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The gateway's address; empty clears it.</summary>
    public string? GatewayIP { get; init; }

    /// <summary>The DNS servers; an empty list clears them.</summary>
    public IReadOnlyList<string>? DnsServers { get; init; }

    /// <summary>
    /// Architectures that do not boot from the network; of those that are set MAAS keeps only the last when a change does not name them, so start from
    /// <see cref="Of"/>.
    /// </summary>
    public IReadOnlyList<string>? DisabledBootArchitectures { get; init; }

    /// <summary>A change of a subnet that changes nothing yet, with what MAAS would forget.</summary>
    public static SubnetUpdate Of(Subnet present)
    {
        ArgumentNullException.ThrowIfNull(present);
        return new() { DisabledBootArchitectures = present.DisabledBootArchitectures.Count > 0 ? present.DisabledBootArchitectures : null };
    }
}
