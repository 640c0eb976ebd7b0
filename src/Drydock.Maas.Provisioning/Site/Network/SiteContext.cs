using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>The site while a plan is applied to it: the answers of our own writes are its newest state.</summary>
internal sealed class SiteContext(SiteSnapshot site)
{
    private readonly Dictionary<string, Fabric> _fabrics = site.Fabrics.ToDictionary(f => f.Name, StringComparer.Ordinal);
    private readonly Dictionary<Written<IPBlock>, Subnet> _subnets = site.Subnets.GroupBy(s => s.Block)
        .ToDictionary(g => g.Key, g => g.First());

    /// <summary>The fabric of a link.</summary>
    public Fabric Fabric(string link) => _fabrics.GetValueOrDefault(link)
        ?? throw new NodeException(ErrorIds.FabricNotFound, $"Fabric {link} could not be made, so its networks cannot be either.");

    /// <summary>A VLAN of a link's fabric.</summary>
    public Vlan Vlan(string link, int tag) => Fabric(link).Vlans.FirstOrDefault(v => v.Vid == tag)
        ?? throw new NodeException(ErrorIds.VlanNotFound, $"VLAN {tag} of fabric {link} could not be made.");

    /// <summary>The subnet of a network.</summary>
    public Subnet Subnet(Written<IPBlock> block) => _subnets.GetValueOrDefault(block)
        ?? throw new NodeException(ErrorIds.SubnetNotFound, $"Subnet {block} is not in MAAS and could not be made.");

    public void KeepFabric(string link, Fabric fabric)
    {
        foreach (var old in _fabrics.Where(f => f.Value.Id == fabric.Id).Select(f => f.Key).ToList())
            _fabrics.Remove(old);
        _fabrics[link] = fabric;
    }

    /// <summary>Keeps the newest state of a VLAN; one of a fabric that nothing is planned on is not needed.</summary>
    public void KeepVlan(int fabricId, Vlan vlan)
    {
        foreach (var (link, fabric) in _fabrics.Where(f => f.Value.Id == fabricId).ToList())
            _fabrics[link] = fabric with { Vlans = [.. fabric.Vlans.Where(v => v.Id != vlan.Id), vlan] };
    }

    public void KeepSubnet(Subnet subnet) => _subnets[subnet.Block] = subnet;
}
