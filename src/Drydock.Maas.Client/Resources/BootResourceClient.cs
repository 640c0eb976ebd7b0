using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-resources/.</summary>
internal sealed class BootResourceClient(ApiConnection api) : IBootResourceClient
{
    public Task<IReadOnlyList<BootResource>> ListAsync(CancellationToken token) =>
        api.ListAsync<BootResource>(MaasRequest.Get("boot-resources/"), token);

    public Task<BootResource> GetAsync(int id, CancellationToken token) => api.SendAsync<BootResource>(MaasRequest.Get(One(id)), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    public async Task<bool> IsImportingAsync(CancellationToken token)
    {
        var answer = await api.SendForBytesAsync(MaasRequest.Get("boot-resources/", "is_importing"), token).ConfigureAwait(false);
        return Encoding.ASCII.GetString(answer).Contains("true", StringComparison.OrdinalIgnoreCase);
    }

    public Task ImportAsync(CancellationToken token) => api.SendAsync(MaasRequest.Post("boot-resources/", "import"), token);

    private static string One(int id) => FormattableString.Invariant($"boot-resources/{id}/");
}
