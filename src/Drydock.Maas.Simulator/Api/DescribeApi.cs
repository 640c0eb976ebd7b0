using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>describe/</c>: which resources and operations there are, without MAAS's 500 kB of documentation.</summary>
internal sealed class DescribeApi : IApiModule
{
    public void Register(Router router) => router.Map("GET", "describe/", null, _ => Describe(router), Access.Anonymous);

    private static ApiResponse Describe(Router router)
    {
        var resources = SiteJson.List(router.Describe(), resource => new JsonObject
        {
            ["path"] = SiteJson.Root + resource.Template,
            ["auth"] = true,
            ["anon"] = resource.Anonymous,
            ["actions"] = SiteJson.List(resource.Actions, RenderAction),
        });
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(resources.ToJsonString()));
        return ApiResponse.BareJson(new JsonObject
        {
            ["doc"] = "MAAS API",
            ["handlers"] = new JsonArray(),
            ["hash"] = Convert.ToHexString(digest)[..40].ToLower(CultureInfo.InvariantCulture),
            ["resources"] = resources,
        });
    }

    private static JsonObject RenderAction((string Method, string? Op) action) => new()
    {
        ["name"] = action.Op ?? action.Method.ToLower(CultureInfo.InvariantCulture),
        ["method"] = action.Method,
        ["op"] = action.Op,
        ["restful"] = action.Op is null,
    };
}
