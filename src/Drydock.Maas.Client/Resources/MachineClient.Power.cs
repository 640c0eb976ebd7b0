using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>machines/{system_id}/?op=power_…: what goes to the management controller.</summary>
internal sealed partial class MachineClient
{
    public async Task<string> QueryPowerStateAsync(string systemId, CancellationToken token)
    {
        var request = AwaitingPower(MaasRequest.Get(One(systemId), "query_power_state"));
        var answer = await TellPowerAsync(systemId, () => api.SendAsync<Dictionary<string, JsonElement>>(request, token)).ConfigureAwait(false);
        return answer.TryGetValue("state", out var state) && state.ToString() is { Length: > 0 } known ? known : "unknown";
    }

    public Task<Machine> PowerOnAsync(string systemId, string? comment, CancellationToken token) =>
        SwitchPowerAsync(systemId, "power_on", Comment(comment), token);

    /// <summary>Of a machine that is switched by hand MAAS answers null: it has done nothing.</summary>
    public async Task<Machine> PowerOffAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token)
    {
        var form = Comment(comment).Add("stop_mode", mode == PowerStopMode.Soft ? "soft" : "hard");
        var request = AwaitingPower(MaasRequest.Post(One(systemId), "power_off", form));
        return await TellPowerAsync(systemId, () => api.TrySendAsync<Machine>(request, token)).ConfigureAwait(false)
            ?? await GetAsync(systemId, token).ConfigureAwait(false);
    }

    /// <summary>Asks for what switches the machine's power.</summary>
    private Task<Machine> SwitchPowerAsync(string systemId, string operation, RequestParameters? form, CancellationToken token) =>
        TellPowerAsync(systemId, () => api.SendAsync<Machine>(AwaitingPower(MaasRequest.Post(One(systemId), operation, form)), token));

    private MaasRequest AwaitingPower(MaasRequest request) => request with { AwaitsPower = capabilities().SwitchesPowerBeforeAnswering };

    /// <summary>Says so where MAAS failed at a machine's power.</summary>
    private async Task<T> TellPowerAsync<T>(string systemId, Func<Task<T>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 500 && capabilities().SwitchesPowerBeforeAnswering)
        {
            throw AnswerErrors.OfPowerController(systemId, e);
        }
    }
}
