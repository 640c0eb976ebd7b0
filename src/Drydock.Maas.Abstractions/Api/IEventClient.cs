using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Events of nodes (events/).</summary>
public interface IEventClient
{
    /// <summary>GET events/?op=query, the newest first.</summary>
    Task<EventPage> QueryAsync(EventFilter filter, CancellationToken token);

    /// <summary>The last events that match, up to the filter's limit whatever its size, the oldest first.</summary>
    Task<IReadOnlyList<MaasEvent>> ListAsync(EventFilter filter, CancellationToken token);

    /// <summary>The last events, then those that come, looked for at an interval until the token ends it.</summary>
    IAsyncEnumerable<MaasEvent> FollowAsync(EventFilter filter, TimeSpan interval, TimeProvider time, CancellationToken token);
}

/// <summary>The events to read; what is null or empty is left out.</summary>
public sealed record EventFilter
{
    /// <summary>Short names; upper and lower case do not matter.</summary>
    public IReadOnlyList<string> Hostnames { get; init; } = [];

    /// <summary>System ids.</summary>
    public IReadOnlyList<string> SystemIds { get; init; } = [];

    /// <summary>MAC addresses; sent in lower case.</summary>
    public IReadOnlyList<string> MacAddresses { get; init; } = [];

    /// <summary>Zones.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>DNS domains.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The agent name of a deployment.</summary>
    public string? AgentName { get; init; }

    /// <summary>The lowest level: DEBUG, INFO, WARNING, ERROR or CRITICAL; or AUDIT alone. MAAS takes INFO.</summary>
    public string? Level { get; init; }

    /// <summary>The user that did it.</summary>
    public string? Owner { get; init; }

    /// <summary>How many events at most, 1000 at most; MAAS takes 100.</summary>
    public int? Limit { get; init; }

    /// <summary>Only events before this one; not together with After.</summary>
    public int? Before { get; init; }

    /// <summary>Only events after this one.</summary>
    public int? After { get; init; }
}
