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
        SwitchPowerAsync(systemId, () => Say(systemId, "power_on", comment, token));

    public Task<Machine> PowerOffAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token) =>
        SwitchPowerAsync(systemId, () => StopAsync(systemId, mode, comment, token));

    private async Task<Machine> StopAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token)
    {
        var form = Comment(comment).Add("stop_mode", mode == PowerStopMode.Soft ? "soft" : "hard");
        // Of a machine that is switched by hand MAAS answers null: it has done nothing.
        return await api.TrySendAsync<Machine>(MaasRequest.Post(One(systemId), "power_off", form), token).ConfigureAwait(false)
            ?? await GetAsync(systemId, token).ConfigureAwait(false);
    }

    /// <summary>Asks for what switches the machine's power, and says so where MAAS failed at that.</summary>
    private async Task<Machine> SwitchPowerAsync(string systemId, Func<Task<Machine>> request)
    {
        try
        {
            return await request().ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 500 && capabilities().SwitchesPowerBeforeAnswering)
        {
            throw AnswerErrors.OfPowerController(systemId, e);
        }
    }
}
