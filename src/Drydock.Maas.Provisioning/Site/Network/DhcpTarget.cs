using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>The servers of DHCP on a network: rack controllers on its VLAN, or the VLAN that a relay forwards to.</summary>
internal sealed class DhcpTarget
{
    private readonly Vlan? _relay;
    private readonly string? _primary;
    private readonly string? _secondary;
    private readonly string? _warning;
    private readonly IReadOnlyList<RackController> _racks;

    private DhcpTarget(IReadOnlyList<RackController> racks, Vlan? relay, string? primary, string? secondary, string? warning)
    {
        _racks = racks;
        _relay = relay;
        _primary = primary;
        _secondary = secondary;
        _warning = warning;
    }

    /// <summary>Finds them; null for a network without DHCP, an error when nobody can serve.</summary>
    public static DhcpTarget? Find(Design.Network network, SiteSnapshot site, int tag, Vlan? vlan, Subnet? subnet)
    {
        if (!network.HasDhcp)
            return null;
        if (network.DhcpRelayTarget is { Length: > 0 } target)
            return CreateForRelay(network, site, vlan, target);

        var candidates = site.RackControllers.Where(r => r.Interfaces.Any(i => vlan is not null && i.Vlan?.Id == vlan.Id)).ToList();
        if (candidates.Count == 0)
            throw NobodyServes(network, site, tag, vlan, subnet);

        var healthy = candidates.Where(RackHealth.IsHealthy).ToList();
        return healthy.Count == 0
            ? CreateForRacks(site, candidates, candidates, vlan, $"No rack controller on network {network.Name} is healthy: {string.Join(", ", candidates)}.")
            : CreateForRacks(site, candidates, healthy, vlan, UnhealthyPart(network, candidates.Except(healthy), vlan));
    }

    /// <summary>Plans DHCP of the network on whose behalf its VLAN serves it.</summary>
    public static NetworkPlan Plan(NetworkPlace place)
    {
        if (DhcpOwnership.Find(place.Design, place.Site, place.Fabric, place.Tag).Server != place.Network
            || Find(place.Network, place.Site, place.Tag, place.Vlan, place.Subnet) is not { } target)
            return place.Plan();
        return place.Plan(target.Plan(place.Fabric.Name, place.Tag, place.Vlan)) with { Messages = [.. target.Describe(place.Network, place.Vlan)] };
    }

    private IEnumerable<NetworkOperation> Plan(string fabric, int tag, Vlan? present)
    {
        if (_relay is null)
            return [ServeDhcp.Find(fabric, tag, present, _primary!, _secondary, _racks)];
        RelayDhcp[] relay = present?.RelayVlan?.Id == _relay.Id ? [] : [new RelayDhcp(fabric, tag, present?.RelayVlan, _relay)];
        return [.. present is null ? [] : EndDhcp.Find(fabric, present, keepsRelay: true), .. relay];
    }

    private IEnumerable<string> Describe(Design.Network network, Vlan? present)
    {
        if (_warning is not null)
            yield return _warning;
        if ((_relay ?? present)?.ExternalDhcp is { Length: > 0 } other)
        {
            yield return $"MAAS has seen another DHCP server, {other}, on VLAN {_relay ?? present}, which is to serve network {network.Name}: machines may get "
                + "their address from it and not find MAAS. Switch it off there.";
        }
    }

    private static DhcpTarget CreateForRelay(Design.Network network, SiteSnapshot site, Vlan? vlan, string target)
    {
        var owner = site.RackControllers.SelectMany(r => r.Interfaces)
            .FirstOrDefault(i => i.Vlan is not null && i.Links.Any(l => l.Address == IPNumber.Read(target)))
            ?? throw new NodeException(
                ErrorIds.RackControllerNotFound,
                $"Network {network.Name} relays DHCP to {target}, but no rack controller has that address. "
                    + "Correct dhcp_relay.upstream_target.");
        if (owner.Vlan!.Id == vlan?.Id)
        {
            throw new NodeException(
                ErrorIds.NetworkNotPossible, $"Network {network.Name} relays DHCP to {target}, "
                    + $"which is on its own VLAN {vlan}; it needs no relay.");
        }

        return new(site.RackControllers, owner.Vlan, null, null, null);
    }

    /// <summary>
    /// A rack that has a part keeps it while it is on the network, well or not: the other one stands in meanwhile, and one that is only
    /// restarted would lose its part for good. What is free goes to a healthy one.
    /// </summary>
    private static DhcpTarget CreateForRacks(
        SiteSnapshot site, List<RackController> candidates, List<RackController> fit, Vlan? vlan, string? warning)
    {
        var there = candidates.Select(r => r.SystemId).ToList();
        var ids = fit.Select(r => r.SystemId).ToList();
        var primary = vlan?.PrimaryRack is { } p && there.Contains(p) ? p : ids.First(id => id != vlan?.SecondaryRack || ids.Count == 1);
        var secondary = vlan?.SecondaryRack is { } s && s != primary && there.Contains(s) ? s : ids.Find(id => id != primary);
        return new(site.RackControllers, null, primary, secondary, warning);
    }

    private static string? UnhealthyPart(Design.Network network, IEnumerable<RackController> unhealthy, Vlan? vlan)
    {
        var serving = unhealthy.Where(r => r.SystemId == vlan?.PrimaryRack || r.SystemId == vlan?.SecondaryRack).ToList();
        return serving.Count == 0 ? null
            : $"Rack controller {string.Join(", ", serving.Select(r => $"{r} ({string.Join(", ", RackHealth.Faults(r))})"))} serves DHCP on network "
                + $"{network.Name} and is not healthy; it keeps its part. Should it not come back, take it off VLAN {vlan} in MAAS.";
    }

    /// <summary>MAAS may well take a rack that is not on the VLAN, and then nobody serves.</summary>
    private static NodeException NobodyServes(Design.Network network, SiteSnapshot site, int tag, Vlan? vlan, Subnet? subnet)
    {
        var where = vlan?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"VLAN {tag}, which is still to be made");
        var elsewhere = site.RackControllers
            .SelectMany(r => r.Interfaces, (r, i) => (Rack: r, Nic: i))
            .Where(x => x.Nic.Vlan is not null && (x.Nic.Vlan.Id == subnet?.Vlan?.Id || x.Nic.Links.Any(l => l.Subnet?.Block == network.Block)))
            .Select(x => $"{x.Rack} has {x.Nic.Name} on {x.Nic.Vlan}")
            .ToList();
        var racks = site.RackControllers.Count == 0 ? "MAAS tells of no rack controller at all"
            : elsewhere.Count > 0 ? $"{string.Join(", ", elsewhere)}, where MAAS has the subnet now"
            : string.Join(", ", site.RackControllers.Select(r => $"{r} is on {Vlans(r)}"));
        return new(
            ErrorIds.RackControllerNotFound,
            $"Network {network.Name} ({network.Cidr}) wants DHCP, but no rack controller has an interface on {where}: {racks}. "
            + "Connect one and let MAAS see it there, correct the network's VLAN tag or link, or give the network a dhcp_relay.");
    }

    private static string Vlans(RackController rack)
    {
        var vlans = rack.Interfaces.Select(i => i.Vlan?.ToString()).OfType<string>().Distinct().ToList();
        return vlans.Count == 0 ? "no VLAN" : string.Join(" and ", vlans);
    }
}
