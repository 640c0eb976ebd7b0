using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>maas/.</summary>
internal sealed class ConfigurationClient(ApiConnection api) : IConfigurationClient
{
    public Task<JsonElement> GetAsync(string name, CancellationToken token) =>
        api.SendAsync<JsonElement>(Routes.Get.ToRequest() with { Query = new RequestParameters().Add("name", name) }, token);

    private static class Routes
    {
        public static readonly ApiRoute Get = ApiRoute.Get("maas/", "get_config");
    }
}
