using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>The VLANs of the design's own fabrics that no network of the design is on, once the stale subnets have left.</summary>
internal sealed class StaleVlans
{
    private readonly SiteSnapshot _site;
    private readonly IReadOnlyList<Subnet> _leaving;
    private readonly NetworkUse _use;
    private readonly List<Vlan> _idle;

    /// <summary>Sorts them.</summary>
    /// <param name="vlans">The VLANs.</param>
    /// <param name="site">What MAAS holds.</param>
    /// <param name="leaving">The subnets that are removed.</param>
    /// <param name="use">What interfaces are on.</param>
    public StaleVlans(IReadOnlyList<Vlan> vlans, SiteSnapshot site, IReadOnlyList<Subnet> leaving, NetworkUse use)
    {
        _site = site;
        _leaving = leaving;
        _use = use;
        _idle = [.. vlans.Where(v => !SubnetsLeftOn(v).Any())];
        // What a VLAN that stays in service relays to stays in service as well.
        while (_idle.RemoveAll(v => RelaysLeftTo(v).Any()) > 0)
        {
        }
    }

    /// <summary>Those that go, the relays before what they relay to.</summary>
    public IEnumerable<Vlan> Leaving => _idle.Where(v => ReasonToStay(v) is null).OrderBy(v => _idle.Exists(o => o.RelayVlan?.Id == v.Id));

    /// <summary>Those that stay and carry no subnet any more: nobody needs their DHCP, racks or relay.</summary>
    public IEnumerable<Vlan> Unserved => _idle.Where(v => ReasonToStay(v) is not null);

    /// <summary>Why a VLAN is not removed; null for one that is.</summary>
    public string? ReasonToStay(Vlan vlan)
    {
        if (SubnetsLeftOn(vlan).ToList() is { Count: > 0 } subnets)
            return $"it carries {NetworkPrunePlanner.ListFirst(subnets.Select(s => s.Cidr))}";
        if (RelaysLeftTo(vlan).ToList() is { Count: > 0 } relays)
            return $"DHCP of {NetworkPrunePlanner.ListFirst(relays.Select(v => v.ToString()))} is relayed to it";
        if (vlan.Vid == 0)
            return "MAAS keeps the untagged VLAN of a fabric";
        return _use.Vlans.Contains(vlan.Id) ? "interfaces are on it" : null;
    }

    private IEnumerable<Subnet> SubnetsLeftOn(Vlan vlan) => _site.Subnets.Where(s => s.Vlan?.Id == vlan.Id && !_leaving.Contains(s));

    private IEnumerable<Vlan> RelaysLeftTo(Vlan vlan) =>
        _site.Fabrics.SelectMany(f => f.Vlans).Where(v => v.RelayVlan?.Id == vlan.Id && !_idle.Exists(i => i.Id == v.Id));
}
