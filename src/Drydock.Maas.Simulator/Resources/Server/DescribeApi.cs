using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>describe/</c>: which resources and operations there are; MAAS's clients build themselves from it.</summary>
internal sealed class DescribeApi : IApiModule
{
    private static readonly string[] Kinds = ["anon", "auth"];

    public void Register(Router router) => router.Map("GET", "describe/", null, call => Describe(router, call), Access.Anonymous);

    private static ApiResponse Describe(Router router, ApiCall call)
    {
        var described = router.Describe().ToDictionary(resource => resource.Template, StringComparer.Ordinal);
        var resources = new JsonArray();
        foreach (var name in ResourceNames.All.Where(name => described.ContainsKey(name.Template)))
            resources.Add(RenderResource(name, described[name.Template], $"http://{call.Host}"));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(resources.ToJsonString()));
        return ApiResponse.BareJson(new JsonObject
        {
            ["doc"] = "MAAS API",
            ["handlers"] = Handlers(resources),
            ["hash"] = Convert.ToHexString(digest)[..40].ToLower(CultureInfo.InvariantCulture),
            ["resources"] = resources,
        });
    }

    /// <summary>Each resource as signed callers see it, and as all others do.</summary>
    private static JsonObject RenderResource(ResourceName name, RouteGroup resource, string root)
    {
        var everybody = resource.Actions.Where(action => action.Access is Access.Anonymous or Access.Stranger).ToList();
        var open = everybody.Count == resource.Actions.Count;
        return new()
        {
            ["anon"] = everybody.Count > 0 ? RenderHandler(name, everybody, root, open ? "" : "Anon") : null,
            ["auth"] = open ? null : RenderHandler(name, resource.Actions.Where(action => action.Access != Access.Stranger), root, ""),
            ["name"] = name.Handler,
        };
    }

    private static JsonObject RenderHandler(ResourceName name, IEnumerable<RouteAction> actions, string root, string prefix)
    {
        var path = ApiJson.Root + name.Path;
        return new()
        {
            ["actions"] = ApiJson.List(actions.OrderBy(GetName, StringComparer.Ordinal), action => RenderAction(action, name)),
            ["doc"] = $"Requests of {name.Path}",
            ["name"] = prefix + name.Handler,
            ["params"] = ApiJson.Texts(name.Parameters),
            ["path"] = path,
            ["uri"] = root + path,
        };
    }

    private static JsonObject RenderAction(RouteAction action, ResourceName name) => new()
    {
        ["doc"] = Document(action, name),
        ["method"] = action.Method,
        ["name"] = GetName(action),
        ["op"] = action.Op,
        ["restful"] = action.Op is null,
    };

    private static string Document(RouteAction action, ResourceName name)
    {
        var title = $"{action.Method} {name.Path}{(action.Op is null ? "" : "?op=" + action.Op)}";
        return DocumentedParameters.AreThere(name.Handler, GetName(action), action.Method) ? $"{title}\n\n:param name: A parameter of the request." : title;
    }

    private static string GetName(RouteAction action) => action.Op ?? action.Method switch
    {
        "GET" => "read",
        "POST" => "create",
        "PUT" => "update",
        _ => "delete",
    };

    /// <summary>The same once more, as older clients look for it.</summary>
    private static JsonArray Handlers(JsonArray resources) =>
        new([.. Kinds.SelectMany(kind => resources.Select(resource => resource![kind]?.DeepClone())).Where(h => h is not null)]);
}
