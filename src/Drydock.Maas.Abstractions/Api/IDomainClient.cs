using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>DNS domains (domains/).</summary>
public interface IDomainClient
{
    /// <summary>GET domains/.</summary>
    Task<IReadOnlyList<Domain>> ListAsync(CancellationToken token);

    /// <summary>POST domains/.</summary>
    Task<Domain> CreateAsync(string name, bool authoritative, CancellationToken token);
}
