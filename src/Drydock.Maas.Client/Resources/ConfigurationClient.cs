using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>maas/.</summary>
internal sealed class ConfigurationClient(ApiConnection api) : IConfigurationClient
{
    public Task<JsonElement> GetAsync(string name, CancellationToken token) =>
        api.SendAsync<JsonElement>(MaasRequest.Get("maas/", "get_config", new RequestParameters().Add("name", name)), token);
}
