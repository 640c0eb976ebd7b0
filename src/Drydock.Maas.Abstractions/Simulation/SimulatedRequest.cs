namespace Drydock.Maas.Simulation;

/// <summary>One request a simulator has answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The absolute path, from <c>/MAAS/</c> on.</param>
/// <param name="Query">The query without its question mark; empty when there was none.</param>
/// <param name="Operation">MAAS's <c>op</c>, from the query or a form; null when there is none.</param>
/// <param name="Status">The HTTP status answered; 0 when a fault ended the connection before the request was looked at.</param>
public sealed record SimulatedRequest(string Method, string Path, string Query, string? Operation, int Status)
{
    private const string ApiRoot = "/MAAS/api/2.0/";

    /// <summary>Its place in the order of answers; the first is 1.</summary>
    public long Number { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>How long the simulator worked on it, delays of faults left out.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>
    /// The path with its changing parts in braces, for example <c>machines/{id}/</c>; the path itself when MAAS knows no such one.
    /// </summary>
    public string Template { get => field ?? Path; init; }

    /// <summary>The path from the API's root on, for example <c>machines/4y3h7n/</c>.</summary>
    public string RelativePath => Path.StartsWith(ApiRoot, StringComparison.Ordinal) ? Path[ApiRoot.Length..] : Path;

    /// <summary>The faults it met, separated by commas; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether the request was one that may change something (anything but GET and HEAD).</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD");

    /// <summary>Method, path, query and status.</summary>
    public override string ToString() => $"{Method} {Path}{(Query.Length > 0 ? "?" : "")}{Query} {Status}";
}
