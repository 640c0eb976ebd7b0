using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Boot resources (boot-resources/).</summary>
public interface IBootResourceClient
{
    /// <summary>GET boot-resources/.</summary>
    Task<IReadOnlyList<BootResource>> ListAsync(CancellationToken token);

    /// <summary>GET boot-resources/{id}/, with its versions and files.</summary>
    Task<BootResource> GetAsync(int id, CancellationToken token);

    /// <summary>DELETE boot-resources/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);

    /// <summary>GET boot-resources/?op=is_importing.</summary>
    Task<bool> IsImportingAsync(CancellationToken token);

    /// <summary>POST boot-resources/?op=import: starts the import from the boot sources.</summary>
    Task ImportAsync(CancellationToken token);
}
