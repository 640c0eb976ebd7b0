using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Static routes between subnets (static-routes/).</summary>
public interface IStaticRouteClient
{
    /// <summary>GET static-routes/.</summary>
    Task<IReadOnlyList<StaticRoute>> ListAsync(CancellationToken token);

    /// <summary>POST static-routes/: subnet ids.</summary>
    Task<StaticRoute> CreateAsync(int sourceId, int destinationId, string gateway, int metric, CancellationToken token);

    /// <summary>PUT static-routes/{id}/.</summary>
    Task<StaticRoute> UpdateAsync(int id, string gateway, int metric, CancellationToken token);

    /// <summary>DELETE static-routes/{id}/.</summary>
    Task DeleteAsync(int id, CancellationToken token);
}
