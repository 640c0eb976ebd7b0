using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>rackcontrollers/.</summary>
internal sealed class RackControllerClient(ApiConnection api) : IRackControllerClient
{
    public async Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token) =>
        await api.SendAsync<List<RackController>>(MaasRequest.Get("rackcontrollers/"), token).ConfigureAwait(false);

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token) =>
        PowerReader.ReadAsync(api, MaasRequest.Get("rackcontrollers/", "power_parameters"), token);
}
