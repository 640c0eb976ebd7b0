using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Availability zones (zones/, zones/{name}/).</summary>
public interface IZoneClient
{
    /// <summary>GET zones/.</summary>
    Task<IReadOnlyList<Zone>> ListAsync(CancellationToken token);

    /// <summary>GET zones/{name}/.</summary>
    Task<Zone> GetAsync(string name, CancellationToken token);

    /// <summary>POST zones/.</summary>
    Task<Zone> CreateAsync(string name, string? description, CancellationToken token);

    /// <summary>PUT zones/{name}/; null leaves a field as it is.</summary>
    Task<Zone> UpdateAsync(string name, string? newName, string? description, CancellationToken token);

    /// <summary>DELETE zones/{name}/.</summary>
    Task DeleteAsync(string name, CancellationToken token);
}
