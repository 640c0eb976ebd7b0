using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>rackcontrollers/.</summary>
internal sealed class RackControllerClient(ApiConnection api) : IRackControllerClient
{
    public Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token) =>
        api.ListAsync<RackController>(MaasRequest.Get("rackcontrollers/"), token);

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token) =>
        PowerReader.ReadAsync(api, MaasRequest.Get("rackcontrollers/", "power_parameters"), token);

    public async Task<bool> IsConnectedAsync(string systemId, CancellationToken token)
    {
        var answer = await api.SendAsync<JsonElement>(MaasRequest.Get(One(systemId), "list_boot_images"), token).ConfigureAwait(false);
        return answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("connected", out var connected) || connected.ValueKind != JsonValueKind.False;
    }

    private static string One(string systemId) => $"rackcontrollers/{Uri.EscapeDataString(systemId)}/";
}
