using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Spaces (spaces/).</summary>
public interface ISpaceClient
{
    /// <summary>GET spaces/, with VLANs and subnets.</summary>
    Task<IReadOnlyList<Space>> ListAsync(CancellationToken token);

    /// <summary>GET spaces/{name or id}/.</summary>
    Task<Space> GetAsync(string nameOrId, CancellationToken token);

    /// <summary>POST spaces/; MAAS makes up a name when null.</summary>
    Task<Space> CreateAsync(string? name, string? description, CancellationToken token);

    /// <summary>PUT spaces/{id}/; null leaves a field as it is.</summary>
    Task<Space> UpdateAsync(int id, string? name, string? description, CancellationToken token);

    /// <summary>DELETE spaces/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
