namespace Drydock.Maas.Simulation;

/// <summary>The number of requests of one kind.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with its changing parts in braces, for example <c>machines/{id}/</c>.</param>
/// <param name="Operation">MAAS's <c>op</c>; null when there is none.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Failed">How many of them were answered with 400 or more, or not at all.</param>
/// <param name="Faulty">How many of them met a fault.</param>
/// <param name="Duration">How long the simulator worked on them together.</param>
public sealed record SimulatedRequestCount(
    string Method, string Template, string? Operation, int Count, int Failed, int Faulty, TimeSpan Duration)
{
    /// <summary>Whether they may have changed something (anything but GET and HEAD).</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD");

    /// <summary>Counts requests by method, path and operation; the most frequent first.</summary>
    /// <param name="requests">The requests.</param>
    public static IReadOnlyList<SimulatedRequestCount> CountByRoute(IEnumerable<SimulatedRequest> requests) =>
    [
        .. requests.GroupBy(request => (request.Method, request.Template, request.Operation))
            .Select(group => new SimulatedRequestCount(
                group.Key.Method,
                group.Key.Template,
                group.Key.Operation,
                group.Count(),
                group.Count(request => request.Status is 0 or >= 400),
                group.Count(request => request.Fault is not null),
                TimeSpan.FromTicks(group.Sum(request => request.Duration.Ticks))))
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.Template, StringComparer.Ordinal),
    ];
}
