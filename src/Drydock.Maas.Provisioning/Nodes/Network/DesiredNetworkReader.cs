using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Works out a node's interfaces against its machine's NICs and the site in MAAS; everything missing is found before anything is written.</summary>
internal sealed class DesiredNetworkReader(DrydockNode node, Machine machine, SiteSnapshot site, DeviceNames names)
{
    private readonly List<string> _messages = [];

    /// <summary>What there is to say of the node's design.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>The node.</summary>
    public DrydockNode Node => node;

    /// <summary>Its machine.</summary>
    public Machine Machine => machine;

    /// <summary>Fabrics and subnets.</summary>
    public SiteSnapshot Site => site;

    /// <summary>Real names of device aliases.</summary>
    public DeviceNames Names => names;

    /// <summary>The NICs that interfaces of the design have.</summary>
    public NicAssignment Nics { get; } = new(node, machine, names);

    /// <summary>The interfaces, in design order, each with the bridges on it.</summary>
    public IReadOnlyList<DesiredInterface> Read()
    {
        var configured = BridgedInterface.Read(node, FindLink);
        var bonded = configured.Where(x => x.Link.Bonding.IsEnabled)
            .SelectMany(x => x.Design.Slaves.Select(names.Resolve)).ToHashSet(StringComparer.Ordinal);
        return [.. configured.SelectMany(bridged => Read(bridged, bonded))];
    }

    /// <summary>Notes something for whoever sees the plan.</summary>
    public void AddMessage(string message) => _messages.Add(message);

    /// <summary>The networks of an interface, where MAAS has them: the untagged VLAN of its fabric, and what is linked and tagged on it.</summary>
    public (Vlan Untagged, SubnetLink? Native, IReadOnlyList<VlanInterface> Tagged) ReadNetworks(NodeInterface design, NetworkLink link)
    {
        var fabric = FindFabric(link) ?? throw new NodeException(
            ErrorIds.FabricNotFound, $"MAAS has no fabric {link.FabricName} for interface {design.Name} of node {node.Name}. Run Set-MaasSiteNetwork first.");
        var untagged = FindVlan(fabric, 0, link.Name);
        var networks = design.Networks.Select(n => FindNetwork(design, n)).ToList();
        var native = networks.FirstOrDefault(n => n.Name == link.NativeNetwork);
        var tagged = networks.Where(n => n != native).Select(n => VlanInterface.Read(this, design, link, fabric, n));
        return (untagged, native is null ? null : SubnetLink.Read(this, native), [.. tagged]);
    }

    /// <summary>A network of the design.</summary>
    public Design.Network FindNetwork(NodeInterface design, string name) => node.Site.FindNetwork(name) ?? throw new NodeException(
        ErrorIds.DesignInvalid, $"Interface {design.Name} of node {node.Name} is on network {name}, which the design does not define.");

    /// <summary>A VLAN of a fabric.</summary>
    public static Vlan FindVlan(Fabric fabric, int tag, string what) => fabric.Vlans.FirstOrDefault(v => v.Vid == tag) ?? throw new NodeException(
        ErrorIds.VlanNotFound, $"Fabric {fabric.Name} has no VLAN {tag} for {what}. Run Set-MaasSiteNetwork first.");

    /// <summary>An interface with the bridges on it; a VLAN interface below one of them has no link.</summary>
    private IEnumerable<DesiredInterface> Read(BridgedInterface bridged, HashSet<string> bonded)
    {
        DesiredInterface? below = bridged.Link.Bonding.IsEnabled
            ? Bond.Read(this, bridged.Design, bridged.Link)
            : Nic.Read(this, bridged.Design, bridged.Link, bonded);
        if (below is null)
            return [];
        var bridges = Bridge.Read(this, below, bridged);
        var tagged = below.Tagged.Select(t => bridges.Any(b => b.Over?.Id == t.Vlan.Id && b.Native == t.Link) ? t with { Link = null } : t);
        return [below with { Tagged = [.. tagged] }, .. bridges];
    }

    private NetworkLink? FindLink(NodeInterface design) => node.GetLinkName(design) is not { } name
        ? null
        : node.Site.FindLink(name) ?? throw new NodeException(
            ErrorIds.DesignInvalid,
            $"Interface {design.Name} of node {node.Name} is on network link {name}, which the design does not define.");

    /// <summary>A fabric that somebody renamed is still the one its networks are on.</summary>
    private Fabric? FindFabric(NetworkLink link)
    {
        var networks = link.AllowedNetworks.Select(node.Site.FindNetwork).OfType<Design.Network>().Where(n => !n.NoConfig);
        return site.Fabrics.FirstOrDefault(f => f.Name == link.FabricName) ?? FabricFinder.Find(link, networks, node.Site, site).Present;
    }
}
