using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>subnets/.</summary>
internal sealed class SubnetClient(ApiConnection api) : ISubnetClient
{
    public Task<IReadOnlyList<Subnet>> ListAsync(CancellationToken token) =>
        api.ListAsync<Subnet>(Routes.List.ToRequest(), token);

    public Task<Subnet> CreateAsync(SubnetUpdate subnet, CancellationToken token) =>
        api.SendAsync<Subnet>(Routes.Create.ToRequest() with { Form = Form(subnet) }, token);

    public Task<Subnet> UpdateAsync(int id, SubnetUpdate update, CancellationToken token) =>
        api.SendAsync<Subnet>(Routes.Update.ToRequest(id) with { Form = Form(update) }, token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    public Task<IReadOnlyList<AddressRange>> ListReservedRangesAsync(int id, CancellationToken token) =>
        api.ListAsync<AddressRange>(Routes.ListReservedRanges.ToRequest(id), token);

    public Task<IReadOnlyList<SubnetAddress>> ListAddressesAsync(int id, CancellationToken token) =>
        api.ListAsync<SubnetAddress>(Routes.ListAddresses.ToRequest(id), token);

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

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("subnets/");
        public static readonly ApiRoute Create = ApiRoute.Post("subnets/");
        public static readonly ApiRoute Update = ApiRoute.Put("subnets/{id}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("subnets/{id}/");
        public static readonly ApiRoute ListReservedRanges = ApiRoute.Get("subnets/{id}/", "reserved_ip_ranges");
        public static readonly ApiRoute ListAddresses = ApiRoute.Get("subnets/{id}/", "ip_addresses");
    }
}
