using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>dnsresources/.</summary>
internal sealed class DnsResourceClient(ApiConnection api) : IDnsResourceClient
{
    public Task<IReadOnlyList<DnsResource>> ListAsync(string? domain, CancellationToken token) =>
        api.ListAsync<DnsResource>(Routes.List.ToRequest() with { Query = new RequestParameters().Add("domain", domain) }, token);

    public Task<DnsResource> GetAsync(int id, CancellationToken token) => api.SendAsync<DnsResource>(Routes.Get.ToRequest(id), token);

    public Task<DnsResource> CreateAsync(DnsResourceRequest request, CancellationToken token) =>
        api.SendAsync<DnsResource>(Routes.Create.ToRequest() with { Form = Form(request) }, token);

    public async Task<DnsResource> UpdateAsync(int id, DnsResourceRequest update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        // A change that does not name the addresses keeps only the last of them.
        if (update.IPAddresses is null)
        {
            var present = await GetAsync(id, token).ConfigureAwait(false);
            update = update with { IPAddresses = [.. present.IPAddresses.Select(address => address.IPAddress)] };
        }

        return await api.SendAsync<DnsResource>(Routes.Update.ToRequest(id) with { Form = Form(update) }, token).ConfigureAwait(false);
    }

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(DnsResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("fqdn", request.Fqdn)
            .Add("address_ttl", request.AddressTtl)
            .Add("ip_addresses", request.IPAddresses is null ? null : string.Join(' ', request.IPAddresses));
    }

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("dnsresources/");
        public static readonly ApiRoute Get = ApiRoute.Get("dnsresources/{id}/");
        public static readonly ApiRoute Create = ApiRoute.Post("dnsresources/");
        public static readonly ApiRoute Update = ApiRoute.Put("dnsresources/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("dnsresources/{id}/");
    }
}
