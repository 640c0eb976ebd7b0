using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Package repositories (package-repositories/).</summary>
public interface IPackageRepositoryClient
{
    /// <summary>GET package-repositories/.</summary>
    Task<IReadOnlyList<PackageRepository>> ListAsync(CancellationToken token);

    /// <summary>GET package-repositories/{name or id}/.</summary>
    Task<PackageRepository> GetAsync(string nameOrId, CancellationToken token);

    /// <summary>POST package-repositories/.</summary>
    Task<PackageRepository> CreateAsync(PackageRepositoryRequest request, CancellationToken token);

    /// <summary>PUT package-repositories/{id}/. Only given fields are sent.</summary>
    Task<PackageRepository> UpdateAsync(int id, PackageRepositoryRequest update, CancellationToken token);

    /// <summary>DELETE package-repositories/{id}/; the two of MAAS itself cannot be deleted.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
