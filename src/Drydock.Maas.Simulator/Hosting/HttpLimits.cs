namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Limits of a request's size and of the number of connections.</summary>
internal static class HttpLimits
{
    /// <summary>Bytes of request line and headers together.</summary>
    public const int HeadBytes = 64 * 1024;

    /// <summary>Bytes of a body; an image is uploaded in chunks far below it.</summary>
    public const int BodyBytes = 256 * 1024 * 1024;

    public const int Connections = 1024;

    /// <summary>How long a connection may stand idle between two requests.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);
}
