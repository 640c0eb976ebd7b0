namespace Drydock.Maas.Simulator.Http;

/// <summary>One request as it comes from the wire, before routing.</summary>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The decoded absolute path, from <c>/MAAS/</c> on.</param>
internal sealed record ApiRequest(string Method, string Path)
{
    /// <summary>The query without its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>The host and port the client believes to talk to.</summary>
    public string Host { get; init; } = "127.0.0.1";

    public string? Authorization { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }
}
