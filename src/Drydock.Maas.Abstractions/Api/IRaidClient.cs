using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Software RAIDs of a machine (nodes/{system_id}/raids/, raid/{id}/).</summary>
public interface IRaidClient
{
    /// <summary>GET nodes/{system_id}/raids/.</summary>
    Task<IReadOnlyList<Raid>> ListAsync(string systemId, CancellationToken token);

    /// <summary>GET nodes/{system_id}/raid/{id}/.</summary>
    Task<Raid> GetAsync(string systemId, int id, CancellationToken token);

    /// <summary>POST nodes/{system_id}/raids/.</summary>
    Task<Raid> CreateAsync(string systemId, RaidRequest request, CancellationToken token);

    /// <summary>PUT nodes/{system_id}/raid/{id}/.</summary>
    Task<Raid> UpdateAsync(string systemId, int id, RaidUpdate update, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/raid/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);
}
