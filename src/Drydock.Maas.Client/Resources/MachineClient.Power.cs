using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>machines/{system_id}/?op=power_…: what goes to the management controller.</summary>
internal sealed partial class MachineClient
{
    public async Task<string> QueryPowerStateAsync(string systemId, CancellationToken token)
    {
        var answer = await api.SendAsync<Dictionary<string, JsonElement>>(MaasRequest.Get(One(systemId), "query_power_state"), token)
            .ConfigureAwait(false);
        return answer.TryGetValue("state", out var state) && state.ToString() is { Length: > 0 } known ? known : "unknown";
    }

    public Task<Machine> PowerOnAsync(string systemId, string? comment, CancellationToken token) =>
        Say(systemId, "power_on", comment, token);

    public async Task<Machine> PowerOffAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token)
    {
        var form = new RequestParameters().Add("stop_mode", mode == PowerStopMode.Soft ? "soft" : "hard").Add("comment", comment);
        // Of a machine that is switched by hand MAAS answers null: it has done nothing.
        return await api.TrySendAsync<Machine>(MaasRequest.Post(One(systemId), "power_off", form), token).ConfigureAwait(false)
            ?? await GetAsync(systemId, token).ConfigureAwait(false);
    }
}
