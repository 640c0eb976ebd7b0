using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Users;

/// <summary><c>/MAAS/accounts/authenticate/</c>: an API key for a user's name and password, as libraries log in.</summary>
internal sealed class AuthenticationPage : IApiModule
{
    public const string Path = "/MAAS/accounts/authenticate/";

    private static readonly string[] Methods = ["POST"];

    public void Register(Router router) => router.MapPage(Path, Authenticate);

    private static ApiResponse Authenticate(ApiRequest request, SimulatorState state)
    {
        if (!Methods.Contains(request.Method))
            return ApiResponse.MethodNotAllowed(Methods);
        var form = BodyReader.Read(request.ContentType, request.Body);
        var user = state.Users.Find(user => user.Username == form.Get("username") && user.Password is { } password && password == form.Get("password"));
        return user is null
            ? new(403, ApiResponse.HtmlType)
            : ApiResponse.BareJson(ApiKeys.Render(GetKey(state, user, form.Get("consumer"))));
    }

    /// <summary>The key the user has under that name, else a new one; without a name the oldest.</summary>
    private static SimulatedToken GetKey(SimulatorState state, SimulatedUser user, string? name)
    {
        if (user.Tokens.Find(token => name is null || token.Name == name) is { } known)
            return known;
        var added = ApiKeys.Add(state, user);
        added.Name = name ?? added.Name;
        return added;
    }
}
