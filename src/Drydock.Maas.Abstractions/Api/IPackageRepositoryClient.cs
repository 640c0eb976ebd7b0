using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Package repositories (package-repositories/).</summary>
public interface IPackageRepositoryClient
{
    /// <summary>GET package-repositories/.</summary>
    Task<IReadOnlyList<PackageRepository>> ListAsync(CancellationToken token);

    /// <summary>POST package-repositories/.</summary>
    Task<PackageRepository> CreateAsync(PackageRepositoryRequest request, CancellationToken token);

    /// <summary>PUT package-repositories/{id}/. Only given fields are sent.</summary>
    Task<PackageRepository> UpdateAsync(int id, PackageRepositoryRequest update, CancellationToken token);

    /// <summary>DELETE package-repositories/{id}/; the two of MAAS itself cannot be deleted.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}

/// <summary>A package repository to make or fields of one to change; null leaves one as it is, empty clears it.</summary>
public sealed record PackageRepositoryRequest
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The address, or ppa:owner/name.</summary>
    public string? Url { get; init; }

    /// <summary>The distributions.</summary>
    public IReadOnlyList<string>? Distributions { get; init; }

    /// <summary>Pockets of an Ubuntu archive to leave out.</summary>
    public IReadOnlyList<string>? DisabledPockets { get; init; }

    /// <summary>Components of an Ubuntu archive to leave out.</summary>
    public IReadOnlyList<string>? DisabledComponents { get; init; }

    /// <summary>Components of a custom repository.</summary>
    public IReadOnlyList<string>? Components { get; init; }

    /// <summary>The architectures.</summary>
    public IReadOnlyList<string>? Arches { get; init; }

    /// <summary>The signing key.</summary>
    public string? Key { get; init; }

    /// <summary>Whether source packages are left out.</summary>
    public bool? DisableSources { get; init; }

    /// <summary>Whether machines use it.</summary>
    public bool? Enabled { get; init; }
}
