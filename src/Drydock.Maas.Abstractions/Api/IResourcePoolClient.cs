using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Resource pools (resourcepools/, resourcepool/{id}/).</summary>
public interface IResourcePoolClient
{
    /// <summary>GET resourcepools/.</summary>
    Task<IReadOnlyList<ResourcePool>> ListAsync(CancellationToken token);

    /// <summary>POST resourcepools/.</summary>
    Task<ResourcePool> CreateAsync(string name, string? description, CancellationToken token);

    /// <summary>PUT resourcepool/{id}/; null leaves a field as it is.</summary>
    Task<ResourcePool> UpdateAsync(int id, string? name, string? description, CancellationToken token);

    /// <summary>DELETE resourcepool/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
