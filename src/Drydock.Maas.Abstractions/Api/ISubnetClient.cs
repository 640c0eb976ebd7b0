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

    /// <summary>GET subnets/{id, CIDR or name:NAME}/.</summary>
    Task<Subnet> GetAsync(string idOrCidr, CancellationToken token);

    /// <summary>DELETE subnets/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);

    /// <summary>GET subnets/{id}/?op=reserved_ip_ranges.</summary>
    Task<IReadOnlyList<AddressRange>> ListReservedRangesAsync(int id, CancellationToken token);

    /// <summary>GET subnets/{id}/?op=unreserved_ip_ranges.</summary>
    Task<IReadOnlyList<AddressRange>> ListUnreservedRangesAsync(int id, CancellationToken token);

    /// <summary>GET subnets/{id}/?op=statistics.</summary>
    Task<SubnetStatistics> GetStatisticsAsync(int id, bool includeRanges, CancellationToken token);

    /// <summary>GET subnets/{id}/?op=ip_addresses: who uses which address.</summary>
    Task<IReadOnlyList<SubnetAddress>> ListAddressesAsync(int id, CancellationToken token);
}
