using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>rackcontrollers/.</summary>
internal sealed class RackControllerClient(ApiConnection api) : IRackControllerClient
{
    public Task<IReadOnlyList<RackController>> ListAsync(CancellationToken token) =>
        api.ListAsync<RackController>(Routes.List.ToRequest(), token);

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(CancellationToken token) =>
        PowerReader.ReadAsync(api, Routes.GetPowerParameters.ToRequest(), token);

    public async Task<bool> IsConnectedAsync(string systemId, CancellationToken token)
    {
        var answer = await api.SendAsync<JsonElement>(Routes.IsConnected.ToRequest(systemId), token).ConfigureAwait(false);
        return answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("connected", out var connected) || connected.ValueKind != JsonValueKind.False;
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("rackcontrollers/");
        public static readonly ApiRoute GetPowerParameters = ApiRoute.Get("rackcontrollers/", "power_parameters");
        public static readonly ApiRoute IsConnected = ApiRoute.Get("rackcontrollers/{system_id}/", "list_boot_images");
    }
}
