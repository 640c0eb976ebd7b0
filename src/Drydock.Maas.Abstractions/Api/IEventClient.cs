using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>What happened to nodes (events/).</summary>
public interface IEventClient
{
    /// <summary>GET events/?op=query, the newest first.</summary>
    Task<EventPage> QueryAsync(EventFilter filter, CancellationToken token);

    /// <summary>The last events that match, up to the filter's limit whatever its size, the oldest first.</summary>
    Task<IReadOnlyList<MaasEvent>> ListAsync(EventFilter filter, CancellationToken token);

    /// <summary>The last events, then those that come, looked for at an interval until the token ends it.</summary>
    IAsyncEnumerable<MaasEvent> FollowAsync(EventFilter filter, TimeSpan interval, TimeProvider time, CancellationToken token);
}
