using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Devices that are no machines (devices/).</summary>
public interface IDeviceClient
{
    /// <summary>GET devices/.</summary>
    Task<IReadOnlyList<Device>> ListAsync(CancellationToken token);
}
