using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Users;

/// <summary><c>account/</c>: the caller's API keys.</summary>
internal sealed class AccountApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "account/", "list_authorisation_tokens", List);
        router.Map("POST", "account/", "create_authorisation_token", Create);
        router.Map("POST", "account/", "update_token_name", Rename);
        router.Map("POST", "account/", "delete_authorisation_token", Delete);
    }

    private static ApiResponse List(ApiCall call) => ApiResponse.Json(ApiJson.List(call.SignedUser.Tokens, token => new JsonObject
    {
        ["name"] = token.Name,
        ["token"] = $"{token.Consumer}:{token.Key}:{token.Secret}",
    }));

    private static ApiResponse Create(ApiCall call)
    {
        var token = ApiKeys.Add(call.State, call.SignedUser);
        token.Name = call.Form.Get("name") is { Length: > 0 } name ? name : token.Name;
        return ApiResponse.Json(ApiKeys.Render(token));
    }

    private static ApiResponse Rename(ApiCall call)
    {
        var key = call.Form.Require("token");
        Find(call, key.Contains(':', StringComparison.Ordinal) ? key.Split(':')[1] : key).Name = call.Form.Require("name");
        return ApiResponse.BareText(202, "Accepted");
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.SignedUser.Tokens.Remove(Find(call, call.Form.Require("token_key")));
        return ApiResponse.NoContent();
    }

    private static SimulatedToken Find(ApiCall call, string key) =>
        call.SignedUser.Tokens.Find(token => token.Key == key) ?? throw Lookup.Missing("Token");
}
