using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Reads what is in use, only of what could be removed.</summary>
internal static class NetworkUseReader
{
    public static async Task<NetworkUse> ReadAsync(IMaasClient client, StaleNetwork stale, SiteSnapshot site, CancellationToken token)
    {
        var subnets = stale.Subnets.Select(s => s.Id).Concat(stale.Ranges.Select(r => r.Subnet!.Id)).Distinct().ToList();
        var addresses = new Dictionary<int, IReadOnlyList<SubnetAddress>>();
        foreach (var id in subnets)
            addresses[id] = await client.Subnets.ListAddressesAsync(id, token).ConfigureAwait(false);
        if (stale.Vlans.All(v => v.Vid == 0) && stale.Subnets.Count == 0)
            return new() { Addresses = addresses };
        var interfaces = await ReadInterfacesAsync(client, site, token).ConfigureAwait(false);
        return new()
        {
            Addresses = addresses,
            Vlans = interfaces.Select(i => i.Vlan?.Id).OfType<int>().ToHashSet(),
            Subnets = interfaces.SelectMany(i => i.Links).Select(l => l.Subnet?.Id).OfType<int>().ToHashSet(),
        };
    }

    private static async Task<IReadOnlyList<NetworkInterface>> ReadInterfacesAsync(
        IMaasClient client, SiteSnapshot site, CancellationToken token)
    {
        var racks =
            site.RackControllers.Count > 0 ? site.RackControllers : await client.RackControllers.ListAsync(token).ConfigureAwait(false);
        var machines = await client.Machines.ListAsync(new MachineFilter(), token).ConfigureAwait(false);
        var devices = await client.Devices.ListAsync(token).ConfigureAwait(false);
        return [.. racks.SelectMany(r => r.Interfaces), .. machines.SelectMany(m => m.Interfaces),
            .. devices.SelectMany(d => d.Interfaces)];
    }
}
