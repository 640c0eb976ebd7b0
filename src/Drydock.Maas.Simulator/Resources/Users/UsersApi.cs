using System.Globalization;
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
        var (name, email) = (call.Form.Demand("username"), call.Form.Demand("email"));
        var password = call.Form.Demand("password");
        var isSuperuser = ReadFlag(call.Form.Demand("is_superuser"));
        if (name.Length == 0)
            return ApiResponse.Text(500, "The given username must be set");
        // The unique indices answer, not the form: a database conflict although repeating never helps.
        if (call.State.Users.Exists(other => other.Username == name || (email.Length > 0 && other.Email == email)))
            return ApiResponse.DatabaseConflict();
        var user = new SimulatedUser
        {
            Id = call.State.Ids.Next("user"),
            Username = name,
            Email = email.Length > 0 ? email : null,
            Password = password,
            IsSuperuser = isSuperuser,
        };
        call.State.Users.Add(user);
        return ApiResponse.Json(Render(user));
    }

    private static bool ReadFlag(string text) => text switch
    {
        "0" => false,
        "1" => true,
        _ => throw new ApiException(ApiResponse.Text(500, $"Not a valid Boolean value (0 or 1): '{text}'")),
    };

    /// <summary>One that there is not is as good as deleted.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        if (call.Route["name"] == call.SignedUser.Username)
            return ApiResponse.Text(400, "An administrator cannot self-delete.");
        if (call.State.Users.Find(user => user.Username == call.Route["name"]) is not { } user)
            return ApiResponse.NoContent();
        if (call.Query.Get("transfer_resources_to") is { Length: > 0 } name)
            Transfer(call.State, user, call.State.Users.Find(other => other.Username == name) ?? throw Lookup.Missing("User"));
        if (ListHoldings(call.State, user) is { Length: > 0 } holdings)
            return ApiResponse.Text(400, $"User {user.Username} cannot be deleted: {holdings} are still allocated");
        call.State.Users.Remove(user);
        call.State.SshKeys.RemoveAll(key => key.User == user);
        call.State.SslKeys.RemoveAll(key => key.User == user);
        call.State.Notifications.RemoveAll(notice => notice.User == user);
        return ApiResponse.NoContent();
    }

    private static void Transfer(SimulatorState state, SimulatedUser user, SimulatedUser heir)
    {
        foreach (var node in state.Nodes.Where(node => node.Owner == user))
            node.Owner = heir;
        foreach (var range in state.IPRanges.Where(range => range.User == user))
            range.User = heir;
        foreach (var address in state.HeldAddresses.Where(address => address.User == user))
            address.User = heir;
    }

    private static string ListHoldings(SimulatorState state, SimulatedUser user)
    {
        var counts = new (int Count, string Kind)[]
        {
            (state.HeldAddresses.Count(address => address.User == user), "static IP address(es)"),
            (state.IPRanges.Count(range => range.User == user), "IP range(s)"),
            (state.Nodes.Count(node => node.Owner == user), "node(s)"),
        };
        return string.Join(", ", counts.Where(held => held.Count > 0).Select(held => string.Create(CultureInfo.InvariantCulture, $"{held.Count} {held.Kind}")));
    }

    private static SimulatedUser Find(ApiCall call) =>
        call.State.Users.Find(user => user.Username == call.Route["name"]) ?? throw Lookup.Missing("User");
}
