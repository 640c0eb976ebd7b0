using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>nodes/.</summary>
internal sealed class NodeClient(ApiConnection api) : INodeClient
{
    public async Task<IReadOnlyList<MaasNode>> ListAsync(IReadOnlyList<string> hostnames, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(hostnames);
        var found = new List<MaasNode>();
        if (hostnames.Count == 0)
            return found;
        foreach (var query in QueryChunks.Split("hostname", hostnames, () => new RequestParameters()))
            found.AddRange(await api.ListAsync<MaasNode>(Routes.List.ToRequest() with { Query = query }, token).ConfigureAwait(false));
        return [.. found.DistinctBy(n => n.SystemId)];
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("nodes/");
    }
}
