using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Users;

/// <summary>API keys, as they are made and given out.</summary>
internal static class ApiKeys
{
    public static SimulatedToken Add(SimulatorState state, SimulatedUser user)
    {
        var token = new SimulatedToken { Consumer = state.Ids.NextKey(18), Key = state.Ids.NextKey(18), Secret = state.Ids.NextKey(32) };
        user.Tokens.Add(token);
        return token;
    }

    public static JsonObject Render(SimulatedToken token) => new()
    {
        ["token_key"] = token.Key, ["token_secret"] = token.Secret, ["consumer_key"] = token.Consumer, ["name"] = token.Name,
    };
}
