using Drydock.Maas.Design;
using Drydock.Maas.Identity;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>By what hardware the nodes of a site are told apart: management controllers and boot MACs.</summary>
internal sealed class SiteIdentities
{
    private readonly ILookup<string, (ControllerAddress? Bmc, DrydockNode Node)> _byHost;
    private readonly ILookup<Written<MacNumber>, DrydockNode> _byMac;

    /// <summary>Reads them out of the design.</summary>
    public SiteIdentities(IReadOnlyList<DrydockNode> nodes)
    {
        var known = nodes.Select(n => (Identity: new NodeIdentity(n), Node: n)).ToList();
        _byHost = known.Where(k => k.Identity.Bmc is not null)
            .ToLookup(k => k.Identity.Bmc!.Host, k => (k.Identity.Bmc, k.Node), StringComparer.Ordinal);
        _byMac = known.Where(k => k.Identity.HasMac).ToLookup(k => k.Identity.Mac!.Value, k => k.Node);
    }

    /// <summary>Another node with the same hardware, which cannot be told from this one; null when there is none.</summary>
    public DrydockNode? FindTwin(DrydockNode node)
    {
        var identity = new NodeIdentity(node);
        IEnumerable<DrydockNode> sameBmc =
            identity.Bmc is { } bmc ? _byHost[bmc.Host].Where(x => identity.IsSwitchedBy(x.Bmc)).Select(x => x.Node) : [];
        return sameBmc.Concat(identity.FindByMac(_byMac)).FirstOrDefault(other => !ReferenceEquals(other, node));
    }
}
