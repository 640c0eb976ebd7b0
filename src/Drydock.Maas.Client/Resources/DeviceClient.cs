using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>devices/.</summary>
internal sealed class DeviceClient(ApiConnection api) : IDeviceClient
{
    public Task<IReadOnlyList<Device>> ListAsync(CancellationToken token) => api.ListAsync<Device>(Routes.List.ToRequest(), token);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("devices/");
    }
}
