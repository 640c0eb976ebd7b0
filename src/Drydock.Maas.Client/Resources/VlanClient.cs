using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>fabrics/{fabric_id}/vlans/.</summary>
internal sealed class VlanClient(ApiConnection api) : IVlanClient
{
    public Task<Vlan> CreateAsync(int fabricId, VlanUpdate vlan, CancellationToken token) =>
        api.SendAsync<Vlan>(Routes.Create.ToRequest(fabricId) with { Form = Form(vlan) }, token);

    public Task<Vlan> UpdateAsync(int fabricId, int vid, VlanUpdate update, CancellationToken token) =>
        api.SendAsync<Vlan>(Routes.Update.ToRequest(fabricId, vid) with { Form = Form(update) }, token);

    public Task DeleteAsync(int id, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(id), token);

    private static RequestParameters Form(VlanUpdate vlan)
    {
        ArgumentNullException.ThrowIfNull(vlan);
        return new RequestParameters()
            .Add("vid", vlan.Vid)
            .Add("name", vlan.Name)
            .Add("mtu", vlan.Mtu)
            .Add("dhcp_on", vlan.DhcpOn)
            .Add("primary_rack", vlan.PrimaryRack)
            .Add("secondary_rack", vlan.SecondaryRack)
            .Add("relay_vlan", vlan.RelayVlan)
            .Add("space", vlan.Space);
    }

    private static class Routes
    {
        public static readonly ApiRoute Create = ApiRoute.Post("fabrics/{fabric_id}/vlans/");
        public static readonly ApiRoute Update = ApiRoute.Put("fabrics/{fabric_id}/vlans/{vid}/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("vlans/{id}/");
    }
}
