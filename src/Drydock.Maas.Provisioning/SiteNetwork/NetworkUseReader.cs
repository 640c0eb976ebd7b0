using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Reads what is in use, only of what could be removed.</summary>
internal static class NetworkUseReader
{
    public static async Task<NetworkUse> ReadAsync(IMaasClient client, StaleNetwork stale, SiteSnapshot site, CancellationToken token)
    {
        var subnets = stale.Subnets.Select(s => s.Id).Concat(stale.Ranges.Select(r => r.Subnet!.Id)).Distinct().ToList();
        var addresses = new Dictionary<int, IReadOnlyList<SubnetAddress>>();
        foreach (var id in subnets)
            addresses[id] = await client.Subnets.ListAddressesAsync(id, token).ConfigureAwait(false);
        var vlans = new HashSet<int>();
        if (stale.Vlans.Count > 0)
        {
            var racks = site.RackControllers.Count > 0 ? site.RackControllers : await client.RackControllers.ListAsync(token).ConfigureAwait(false);
            var machines = await client.Machines.ListAsync(new MachineFilter(), token).ConfigureAwait(false);
            vlans.UnionWith(racks.SelectMany(r => r.Interfaces).Concat(machines.SelectMany(m => m.Interfaces)).Select(i => i.Vlan?.Id).OfType<int>());
        }

        return new() { Addresses = addresses, Vlans = vlans };
    }
}
