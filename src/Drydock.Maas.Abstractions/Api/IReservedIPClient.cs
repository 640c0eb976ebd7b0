using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Addresses kept for MAC addresses (reservedips/), which there are since 3.6.</summary>
public interface IReservedIPClient
{
    /// <summary>GET reservedips/.</summary>
    Task<IReadOnlyList<ReservedIP>> ListAsync(CancellationToken token);
}
