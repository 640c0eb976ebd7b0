using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>What happened to nodes (events/).</summary>
public interface IEventClient
{
    /// <summary>GET events/?op=query, the newest first.</summary>
    Task<EventPage> QueryAsync(EventFilter filter, CancellationToken token);
}
