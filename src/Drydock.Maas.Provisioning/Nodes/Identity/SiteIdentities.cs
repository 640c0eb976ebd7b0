using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>By what hardware the nodes of a site are told apart: management controllers and boot MACs.</summary>
internal sealed class SiteIdentities
{
    private readonly ILookup<string, (ControllerAddress Bmc, DrydockNode Node)> _byHost;
    private readonly ILookup<Written<MacNumber>, DrydockNode> _byMac;

    /// <summary>Reads them out of the design.</summary>
    public SiteIdentities(IReadOnlyList<DrydockNode> nodes)
    {
        _byHost = nodes.Select(n => (Bmc: n.Bmc!, Node: n)).Where(x => x.Bmc is not null).ToLookup(x => x.Bmc.Host, StringComparer.Ordinal);
        _byMac = nodes.Where(n => !n.BootNic.IsEmpty).ToLookup(n => n.BootNic);
    }

    /// <summary>Another node with the same hardware, which cannot be told from this one; null when there is none.</summary>
    public DrydockNode? FindTwin(DrydockNode node)
    {
        IEnumerable<DrydockNode> sameBmc =
            node.Bmc is { } bmc ? _byHost[bmc.Host].Where(x => x.Bmc.Matches(bmc)).Select(x => x.Node) : [];
        IEnumerable<DrydockNode> sameMac = node.BootNic.IsEmpty ? [] : _byMac[node.BootNic];
        return sameBmc.Concat(sameMac).FirstOrDefault(other => !ReferenceEquals(other, node));
    }
}
