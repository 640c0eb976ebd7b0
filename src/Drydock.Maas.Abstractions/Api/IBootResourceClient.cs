using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Boot resources (boot-resources/).</summary>
public interface IBootResourceClient
{
    /// <summary>GET boot-resources/.</summary>
    Task<IReadOnlyList<BootResource>> ListAsync(CancellationToken token);

    /// <summary>GET boot-resources/?op=is_importing.</summary>
    Task<bool> IsImportingAsync(CancellationToken token);
}
