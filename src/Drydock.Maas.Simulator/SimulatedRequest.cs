namespace Drydock.Maas.Simulator;

/// <summary>One request the simulator has answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The absolute path, from <c>/MAAS/</c> on.</param>
/// <param name="Query">The query without its question mark; empty when there was none.</param>
/// <param name="Operation">MAAS's <c>op</c>, when the query names one.</param>
/// <param name="Status">The HTTP status answered.</param>
public sealed record SimulatedRequest(string Method, string Path, string Query, string? Operation, int Status)
{
    /// <summary>Whether the request was one that may change something (anything but GET and HEAD).</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD");
}
