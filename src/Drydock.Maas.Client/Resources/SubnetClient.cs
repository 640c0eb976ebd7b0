using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>subnets/.</summary>
internal sealed class SubnetClient(ApiConnection api) : ISubnetClient
{
    public Task<IReadOnlyList<Subnet>> ListAsync(CancellationToken token) =>
        api.ListAsync<Subnet>(MaasRequest.Get("subnets/"), token);

    public Task<Subnet> CreateAsync(SubnetUpdate subnet, CancellationToken token) =>
        api.SendAsync<Subnet>(MaasRequest.Post("subnets/", null, Form(subnet)), token);

    public Task<Subnet> UpdateAsync(int id, SubnetUpdate update, CancellationToken token) =>
        api.SendAsync<Subnet>(MaasRequest.Put(One(id), Form(update)), token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(id)), token);

    public Task<IReadOnlyList<AddressRange>> ListReservedRangesAsync(int id, CancellationToken token) =>
        api.ListAsync<AddressRange>(MaasRequest.Get(One(id), "reserved_ip_ranges"), token);

    public Task<IReadOnlyList<SubnetAddress>> ListAddressesAsync(int id, CancellationToken token) =>
        api.ListAsync<SubnetAddress>(MaasRequest.Get(One(id), "ip_addresses"), token);

    private static RequestParameters Form(SubnetUpdate subnet)
    {
        ArgumentNullException.ThrowIfNull(subnet);
        return new RequestParameters()
            .Add("name", subnet.Name)
            .Add("cidr", subnet.Cidr)
            .Add("vlan", subnet.VlanId)
            .Add("gateway_ip", subnet.GatewayIP)
            .Add("dns_servers", subnet.DnsServers is null ? null : string.Join(',', subnet.DnsServers))
            .Add(
                "disabled_boot_architectures",
                subnet.DisabledBootArchitectures is null ? null : string.Join(',', subnet.DisabledBootArchitectures));
    }

    private static string One(int id) => FormattableString.Invariant($"subnets/{id}/");
}
