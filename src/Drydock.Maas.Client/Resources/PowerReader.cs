using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>Reads power parameters, whose values may be texts, numbers or lists.</summary>
internal static class PowerReader
{
    public static async Task<IReadOnlyDictionary<string, PowerParameters>> ReadAsync(
        ApiConnection api, MaasRequest request, CancellationToken token)
    {
        var all = await api.SendAsync<Dictionary<string, Dictionary<string, JsonElement>>>(request, token).ConfigureAwait(false);
        return all.ToDictionary(p => p.Key, p => Parameters(p.Value.ToDictionary(v => v.Key, v => Text(v.Value))));
    }

    private static PowerParameters Parameters(Dictionary<string, string> values) => new()
    {
        PowerAddress = values.GetValueOrDefault("power_address"),
        PowerId = values.GetValueOrDefault("power_id"),
        PowerUser = values.GetValueOrDefault("power_user"),
        All = values,
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray()),
        _ => value.ToString(),
    };
}
