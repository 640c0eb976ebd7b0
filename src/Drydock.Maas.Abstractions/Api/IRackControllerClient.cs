using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Rack controllers (rackcontrollers/).</summary>
public interface IRackControllerClient
{
    /// <summary>GET rackcontrollers/, with interfaces and services. An empty list for users who are not administrators.</summary>
    Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token);

    /// <summary>GET rackcontrollers/?op=power_parameters: system id to parameters; contains secrets.</summary>
    Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token);

    /// <summary>
    /// GET rackcontrollers/{system_id}/?op=list_boot_images: whether the region is connected to it at this moment. Since 3.7 MAAS says yes of
    /// every one, so that only its services tell.
    /// </summary>
    Task<bool> IsConnectedAsync(string systemId, CancellationToken token);
}
