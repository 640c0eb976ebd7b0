using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Rack controllers (rackcontrollers/).</summary>
public interface IRackControllerClient
{
    /// <summary>GET rackcontrollers/, with interfaces and services. An empty list for users who are not administrators.</summary>
    Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token);

    /// <summary>GET rackcontrollers/?op=power_parameters: system id to parameters; contains secrets.</summary>
    Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token);

    /// <summary>GET rackcontrollers/{system_id}/.</summary>
    Task<RackController> GetAsync(string systemId, CancellationToken token);
}
