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
}
