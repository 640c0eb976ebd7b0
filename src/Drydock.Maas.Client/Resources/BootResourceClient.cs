using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>boot-resources/.</summary>
internal sealed class BootResourceClient(ApiConnection api) : IBootResourceClient
{
    public async Task<IReadOnlyList<BootResource>> ListAsync(CancellationToken token) =>
        await api.SendAsync<List<BootResource>>(MaasRequest.Get("boot-resources/"), token).ConfigureAwait(false);

    public async Task<bool> IsImportingAsync(CancellationToken token) =>
        System.Text.Encoding.ASCII.GetString(await api.SendForBytesAsync(MaasRequest.Get("boot-resources/", "is_importing"), token).ConfigureAwait(false))
            .Contains("true", StringComparison.OrdinalIgnoreCase);
}
