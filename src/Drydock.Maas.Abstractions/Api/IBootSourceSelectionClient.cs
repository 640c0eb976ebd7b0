using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Which images are taken from a boot source (boot-sources/{source}/selections/).</summary>
public interface IBootSourceSelectionClient
{
    /// <summary>GET boot-sources/{source}/selections/.</summary>
    Task<IReadOnlyList<BootSourceSelection>> ListAsync(int sourceId, CancellationToken token);

    /// <summary>POST boot-sources/{source}/selections/.</summary>
    Task<BootSourceSelection> CreateAsync(int sourceId, BootSourceSelectionRequest selection, CancellationToken token);

    /// <summary>PUT boot-sources/{source}/selections/{id}/.</summary>
    Task<BootSourceSelection> UpdateAsync(int sourceId, int id, BootSourceSelectionRequest update, CancellationToken token);

    /// <summary>DELETE boot-sources/{source}/selections/{id}/.</summary>
    Task DeleteAsync(int sourceId, int id, CancellationToken token);
}
