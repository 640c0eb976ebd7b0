using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>The mirrors that images come from (boot-sources/).</summary>
public interface IBootSourceClient
{
    /// <summary>GET boot-sources/.</summary>
    Task<IReadOnlyList<BootSource>> ListAsync(CancellationToken token);

    /// <summary>GET boot-sources/{id}/.</summary>
    Task<BootSource> GetAsync(int id, CancellationToken token);

    /// <summary>POST boot-sources/.</summary>
    Task<BootSource> CreateAsync(BootSourceRequest source, CancellationToken token);

    /// <summary>PUT boot-sources/{id}/.</summary>
    Task<BootSource> UpdateAsync(int id, BootSourceRequest update, CancellationToken token);

    /// <summary>DELETE boot-sources/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}

/// <summary>A boot source to make or change; null leaves a field as it is.</summary>
public sealed record BootSourceRequest
{
    /// <summary>The address of the simplestreams index.</summary>
    public string? Url { get; init; }

    /// <summary>The key ring's path on the region controller.</summary>
    public string? KeyringFilename { get; init; }

    /// <summary>The key ring itself.</summary>
    public byte[]? KeyringData { get; init; }
}
