using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Fabrics (fabrics/).</summary>
public interface IFabricClient
{
    /// <summary>GET fabrics/, with embedded VLANs.</summary>
    Task<IReadOnlyList<Fabric>> ListAsync(CancellationToken token);

    /// <summary>POST fabrics/.</summary>
    Task<Fabric> CreateAsync(string name, CancellationToken token);

    /// <summary>PUT fabrics/{id}/.</summary>
    Task<Fabric> UpdateAsync(int id, string name, CancellationToken token);
}
