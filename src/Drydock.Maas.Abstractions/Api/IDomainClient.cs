using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>DNS domains (domains/).</summary>
public interface IDomainClient
{
    /// <summary>GET domains/.</summary>
    Task<IReadOnlyList<Domain>> ListAsync(CancellationToken token);

    /// <summary>POST domains/.</summary>
    Task<Domain> CreateAsync(string name, bool authoritative, CancellationToken token);

    /// <summary>GET domains/{id}/.</summary>
    Task<Domain> GetAsync(int id, CancellationToken token);

    /// <summary>PUT domains/{id}/; null leaves a field as it is. TTL in seconds.</summary>
    Task<Domain> UpdateAsync(int id, string? name, int? ttl, bool? authoritative, CancellationToken token);

    /// <summary>POST domains/{id}/?op=set_default.</summary>
    Task<Domain> SetDefaultAsync(int id, CancellationToken token);

    /// <summary>DELETE domains/{id}/; the default one is refused.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
