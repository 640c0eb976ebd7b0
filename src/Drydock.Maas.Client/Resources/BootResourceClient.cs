using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-resources/.</summary>
internal sealed class BootResourceClient(ApiConnection api) : IBootResourceClient
{
    public Task<IReadOnlyList<BootResource>> ListAsync(CancellationToken token) =>
        api.ListAsync<BootResource>(Routes.List.ToRequest(), token);

    public Task<BootResource> GetAsync(int id, CancellationToken token) => api.SendAsync<BootResource>(Routes.Get.ToRequest(id), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    public async Task<bool> IsImportingAsync(CancellationToken token)
    {
        var answer = await api.SendForBytesAsync(Routes.IsImporting.ToRequest(), token).ConfigureAwait(false);
        return Encoding.ASCII.GetString(answer).Contains("true", StringComparison.OrdinalIgnoreCase);
    }

    public Task ImportAsync(CancellationToken token) => api.SendAsync(Routes.Import.ToRequest(), token);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("boot-resources/");
        public static readonly ApiRoute Get = ApiRoute.Get("boot-resources/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("boot-resources/{id}/");
        public static readonly ApiRoute IsImporting = ApiRoute.Get("boot-resources/", "is_importing");
        public static readonly ApiRoute Import = ApiRoute.Post("boot-resources/", "import");
    }
}
