using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>rackcontrollers/.</summary>
internal sealed class RackControllerClient(ApiConnection api) : IRackControllerClient
{
    public Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token) =>
        api.ListAsync<RackController>(MaasRequest.Get("rackcontrollers/"), token);

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token) =>
        PowerReader.ReadAsync(api, MaasRequest.Get("rackcontrollers/", "power_parameters"), token);

    public Task<RackController> GetAsync(string systemId, CancellationToken token) =>
        api.SendAsync<RackController>(MaasRequest.Get($"rackcontrollers/{Uri.EscapeDataString(systemId)}/"), token);
}
