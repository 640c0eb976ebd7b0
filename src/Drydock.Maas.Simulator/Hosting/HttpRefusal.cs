namespace Drydock.Maas.Simulator.Hosting;

/// <summary>A request that is no HTTP, or too large; the connection ends with the status.</summary>
internal sealed class HttpRefusal(int status) : Exception($"The request is refused with {status}.")
{
    public int Status { get; } = status;
}
