using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Subnets (subnets/).</summary>
public interface ISubnetClient
{
    /// <summary>GET subnets/.</summary>
    Task<IReadOnlyList<Subnet>> ListAsync(CancellationToken token);

    /// <summary>POST subnets/.</summary>
    Task<Subnet> CreateAsync(SubnetUpdate subnet, CancellationToken token);

    /// <summary>PUT subnets/{id}/. Only given fields are sent; an empty text clears.</summary>
    Task<Subnet> UpdateAsync(int id, SubnetUpdate update, CancellationToken token);

    /// <summary>DELETE subnets/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);

    /// <summary>GET subnets/{id}/?op=reserved_ip_ranges.</summary>
    Task<IReadOnlyList<AddressRange>> ListReservedRangesAsync(int id, CancellationToken token);

    /// <summary>GET subnets/{id}/?op=ip_addresses: who uses which address.</summary>
    Task<IReadOnlyList<SubnetAddress>> ListAddressesAsync(int id, CancellationToken token);
}

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
    /// <see cref="FromSubnet"/>.
    /// </summary>
    public IReadOnlyList<string>? DisabledBootArchitectures { get; init; }

    /// <summary>A change of a subnet that changes nothing yet, with what MAAS would forget.</summary>
    public static SubnetUpdate FromSubnet(Subnet present)
    {
        ArgumentNullException.ThrowIfNull(present);
        return new() { DisabledBootArchitectures = present.DisabledBootArchitectures.Count > 0 ? present.DisabledBootArchitectures : null };
    }
}
