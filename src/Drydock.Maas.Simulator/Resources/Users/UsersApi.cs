using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Users;

/// <summary><c>users/</c>.</summary>
internal sealed class UsersApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "users/", null, List);
        router.Map("GET", "users/", "whoami", call => ApiResponse.Json(Render(call.SignedUser)));
        router.Map("POST", "users/", null, Create, Access.Admin);
        router.Map("GET", "users/{name}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("DELETE", "users/{name}/", null, Delete, Access.Admin);
    }

    public static JsonObject? Render(SimulatedUser? user) => user is null ? null : new()
    {
        ["is_superuser"] = user.IsSuperuser,
        ["username"] = user.Username,
        ["email"] = user.Email,
        ["is_local"] = true,
        ["resource_uri"] = ApiJson.Uri($"users/{user.Username}/"),
    };

    private static ApiResponse List(ApiCall call) =>
        ApiResponse.Json(ApiJson.List(call.State.Users.OrderBy(user => user.Username, StringComparer.Ordinal), Render));

    private static ApiResponse Create(ApiCall call)
    {
        var user = new SimulatedUser
        {
            Id = call.State.Ids.Next("user"),
            Username = call.Form.Require("username"),
            Email = call.Form.Require("email"),
            Password = call.Form.Require("password"),
            IsSuperuser = call.Form.Require("is_superuser") is "1" or "true" or "True",
        };
        // The unique index answers, not the form: a database conflict although repeating never helps.
        if (call.State.Users.Exists(other => other.Username == user.Username))
            return ApiResponse.DatabaseConflict();
        call.State.Users.Add(user);
        return ApiResponse.Json(Render(user));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var user = Find(call);
        if (user == call.User)
            return ApiResponse.Text(400, "An administrator cannot self-delete.");
        call.State.Users.Remove(user);
        call.State.SshKeys.RemoveAll(key => key.User == user);
        call.State.SslKeys.RemoveAll(key => key.User == user);
        call.State.Notifications.RemoveAll(notice => notice.User == user);
        return ApiResponse.NoContent();
    }

    private static SimulatedUser Find(ApiCall call) =>
        call.State.Users.Find(user => user.Username == call.Route["name"]) ?? throw Lookup.Missing("User");
}
