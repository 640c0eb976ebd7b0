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
        _byHost = nodes.Select(n => (Bmc: BmcOf(n)!, Node: n)).Where(x => x.Bmc is not null).ToLookup(x => x.Bmc.Host, StringComparer.Ordinal);
        _byMac = nodes.Where(n => !string.IsNullOrEmpty(n.BootMac)).ToLookup(n => MacNumber.Read(n.BootMac));
    }

    /// <summary>The node's management controller, where MAAS reaches it by an address.</summary>
    public static ControllerAddress? BmcOf(DrydockNode node) => node.Oob is { Type: "ipmi" or "redfish" } oob ? ControllerAddress.Parse(oob.Address) : null;

    /// <summary>Another node with the same hardware, which cannot be told from this one; null when there is none.</summary>
    public DrydockNode? FindTwin(DrydockNode node)
    {
        IEnumerable<DrydockNode> sameBmc =
            BmcOf(node) is { } bmc ? _byHost[bmc.Host].Where(x => x.Bmc.Matches(bmc)).Select(x => x.Node) : [];
        IEnumerable<DrydockNode> sameMac = string.IsNullOrEmpty(node.BootMac) ? [] : _byMac[MacNumber.Read(node.BootMac)];
        return sameBmc.Concat(sameMac).FirstOrDefault(other => !ReferenceEquals(other, node));
    }
}
