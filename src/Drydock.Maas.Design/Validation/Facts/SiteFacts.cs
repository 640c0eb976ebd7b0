using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A site with what several rules need worked out once.</summary>
internal sealed class SiteFacts
{
    private readonly Dictionary<string, NetworkFacts> _networks;
    private readonly CancellationToken _token;
    private IReadOnlyList<UnknownNetworkUses>? _unknownNetworks;
    private HashSet<string>? _astray;
    private HashSet<string>? _wrong;

    public SiteFacts(SiteDesign design, LiveSite? live, CancellationToken token)
    {
        Design = design;
        Live = live;
        _token = token;
        Networks = [.. design.Networks.Select(n => new NetworkFacts(n))];
        _networks = Networks.ToDictionary(n => n.Name, StringComparer.Ordinal);
        StaticAddresses = [.. Nodes.SelectMany(n => n.Addressing.Where(a => a.Address is not null)
            .Select(a => AddressFacts.Create(n, a)))];
    }

    public SiteDesign Design { get; }

    /// <summary>What a MAAS holds; null without a connection.</summary>
    public LiveSite? Live { get; }

    public CancellationToken Token => _token;

    public IReadOnlyList<NetworkFacts> Networks { get; }

    public IReadOnlyList<NetworkLink> Links => Design.NetworkLinks;

    /// <summary>Every static address of every node, in design order.</summary>
    public IReadOnlyList<AddressFacts> StaticAddresses { get; }

    /// <summary>The nodes, until somebody cancels.</summary>
    public IEnumerable<DrydockNode> Nodes
    {
        get
        {
            foreach (var node in Design.Nodes)
            {
                _token.ThrowIfCancellationRequested();
                yield return node;
            }
        }
    }

    /// <summary>What a rule for storage finds. Most nodes have the storage of their profile, which need be found sound but once.</summary>
    public IEnumerable<ValidationFinding> CheckStorage(Func<DrydockNode, IEnumerable<ValidationFinding>> check)
    {
        var sound = new HashSet<(NodeStorage, HardwareProfile?)>();
        foreach (var node in Nodes)
        {
            var storage = (node.Storage, node.HardwareProfile);
            if (sound.Contains(storage))
                continue;
            var findings = check(node).ToList();
            if (findings.Count == 0)
                sound.Add(storage);
            foreach (var finding in findings)
                yield return finding;
        }
    }

    /// <summary>A node and where a value of it was written, be it in a profile.</summary>
    public NodeLocation At(DrydockNode node, params IReadOnlyList<string> path) =>
        new(node, Place("BaremetalNode", node.Name, path) ?? node.Reference());

    /// <summary>A static address's node, and where it was written.</summary>
    public NodeLocation At(AddressFacts address) => At(address.Node, "addressing", address.Network, "address");

    /// <summary>Where a value of a network was written.</summary>
    public ValidationDocument At(NetworkFacts network, params IReadOnlyList<string> path) =>
        Place("Network", network.Name, path) ?? network.Reference;

    /// <summary>Where a value of a link was written.</summary>
    public ValidationDocument At(NetworkLink link, params IReadOnlyList<string> path) =>
        Place("NetworkLink", link.Name, path) ?? link.Reference();

    /// <summary>Where a value of a hardware profile was written.</summary>
    public ValidationDocument At(HardwareProfile profile, params IReadOnlyList<string> path) =>
        Place("HardwareProfile", profile.Name, path) ?? profile.Reference();

    /// <summary>Where a value of the region was written.</summary>
    public ValidationDocument At(Region region, params IReadOnlyList<string> path) =>
        Place("Region", region.Name, path) ?? region.Reference();

    /// <summary>Where a value of a boot action was written.</summary>
    public ValidationDocument At(BootAction action, params IReadOnlyList<string> path) =>
        Place("BootAction", action.Name, path) ?? action.Reference();

    private ValidationDocument? Place(string kind, string name, IReadOnlyList<string> path) => Design.Origins?.Find(kind, name, path);

    /// <summary>Networks that are referred to and that no document defines.</summary>
    public IReadOnlyList<UnknownNetworkUses> UnknownNetworks => _unknownNetworks ??= UnknownNetworkUses.Find(this);

    /// <summary>Whether a site with nodes refers to networks and has none at all, which is told as that.</summary>
    public bool LacksNetworks => Networks.Count == 0 && Design.Nodes.Count > 0 && UnknownNetworks.Count > 0;

    /// <summary>Whether something of a node is on a network that no document defines; what it lacks in consequence is no news.</summary>
    public bool IsAstray(DrydockNode node) => (_astray ??= FindAstray()).Contains(node.Name);

    /// <summary>Whether a network of an interface is not on the interface's link, or there is no such link.</summary>
    public bool IsMisplaced(DrydockNode node, NodeInterface nic, string network) =>
        Design.FindLink(node.GetLinkName(nic) ?? "")?.AllowedNetworks.Contains(network) != true;

    /// <summary>Whether an address is not within the CIDR of its network, which is told as that.</summary>
    public bool IsOutside(AddressFacts address) =>
        address.Number is { } number && FindNetwork(address.Network) is { Block: { } block } network && !HasWrongCidr(network)
            && !block.Span.Contains(number);

    /// <summary>Whether nothing of a network is within its CIDR, so that it is the CIDR that is wrong.</summary>
    public bool HasWrongCidr(NetworkFacts network) => (_wrong ??= FindWrong()).Contains(network.Name);

    private HashSet<string> FindAstray()
    {
        var unknown = UnknownNetworks.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Nodes.Where(n => n.Addressing.Any(a => unknown.Contains(a.Network)) || unknown.Contains(n.Oob.Network ?? "")
                || n.Interfaces.Any(i => i.Networks.Any(name => FindNetwork(name) is null || IsMisplaced(n, i, name))))
                .Select(n => n.Name),
        ];
    }

    private HashSet<string> FindWrong()
    {
        const int Least = 2;
        var numbers = StaticAddresses.Where(a => a.Number is not null).ToLookup(a => a.Network, a => a.Number!.Value, StringComparer.Ordinal);
        return
        [
            .. Networks.Where(n => n.Block is not null)
                .Select(n => (n.Name, n.Block, All: numbers[n.Name].Concat(n.OwnAddresses).ToList()))
                .Where(n => n.All.Count >= Least && !n.All.Exists(a => n.Block!.Value.Span.Contains(a)))
                .Select(n => n.Name),
        ];
    }

    /// <summary>The network that an undefined name is likely to mean: one that no link carries, of a similar name or the only one.</summary>
    public NetworkFacts? FindMeant(string name)
    {
        var unused = Networks.Where(n => Design.FindLinkOfNetwork(n.Name) is null).ToList();
        return unused.Find(n => Spelling.IsSimilar(n.Name, name)) ?? (unused.Count == 1 && UnknownNetworks.Count == 1 ? unused[0] : null);
    }

    public NetworkFacts? FindNetwork(string? name) => name is null ? null : _networks.GetValueOrDefault(name);
}
