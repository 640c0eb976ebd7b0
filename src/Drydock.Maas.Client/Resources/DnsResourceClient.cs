using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>dnsresources/.</summary>
internal sealed class DnsResourceClient(ApiConnection api) : IDnsResourceClient
{
    public Task<IReadOnlyList<DnsResource>> ListAsync(string? domain, CancellationToken token) =>
        api.ListAsync<DnsResource>(MaasRequest.Get("dnsresources/", null, new RequestParameters().Add("domain", domain)), token);

    public Task<DnsResource> GetAsync(int id, CancellationToken token) => api.SendAsync<DnsResource>(MaasRequest.Get(One(id)), token);

    public Task<DnsResource> CreateAsync(DnsResourceRequest request, CancellationToken token) =>
        api.SendAsync<DnsResource>(MaasRequest.Post("dnsresources/", null, Form(request)), token);

    public async Task<DnsResource> UpdateAsync(int id, DnsResourceRequest update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        // A change that does not name the addresses keeps only the last of them.
        if (update.IPAddresses is null)
        {
            var present = await GetAsync(id, token).ConfigureAwait(false);
            update = update with { IPAddresses = [.. present.IPAddresses.Select(address => address.IPAddress)] };
        }

        return await api.SendAsync<DnsResource>(MaasRequest.Put(One(id), Form(update)), token).ConfigureAwait(false);
    }

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    private static RequestParameters Form(DnsResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("fqdn", request.Fqdn)
            .Add("address_ttl", request.AddressTtl)
            .Add("ip_addresses", request.IPAddresses is null ? null : string.Join(' ', request.IPAddresses));
    }

    private static string One(int id) => FormattableString.Invariant($"dnsresources/{id}/");
}
