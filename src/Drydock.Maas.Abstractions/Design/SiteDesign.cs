namespace Drydock.Maas.Design;

/// <summary>The effective site: every document parsed, every node compiled. Immutable.</summary>
public sealed class SiteDesign
{
    private readonly Dictionary<string, Network> _networks;
    private readonly Dictionary<string, NetworkLink> _links;
    private readonly Dictionary<string, NetworkLink> _linksOfNetworks;
    private readonly Dictionary<string, DrydockNode> _nodes;
    private readonly Lazy<ILookup<string, BootAction>> _actionsOfNodes;

    /// <summary>Puts a site together and makes it the site of its nodes.</summary>
    /// <param name="networks">Networks, in design order, with unique names.</param>
    /// <param name="links">Network links, in design order, with unique names.</param>
    /// <param name="nodes">Compiled nodes, in design order, with unique names.</param>
    public SiteDesign(IReadOnlyList<Network> networks, IReadOnlyList<NetworkLink> links, IReadOnlyList<DrydockNode> nodes)
    {
        Networks = networks;
        NetworkLinks = links;
        Nodes = nodes;
        _networks = networks.ToDictionary(n => n.Name, StringComparer.Ordinal);
        _links = links.ToDictionary(l => l.Name, StringComparer.Ordinal);
        _nodes = nodes.ToDictionary(n => n.Name, StringComparer.Ordinal);
        _actionsOfNodes = new(() => BootActions.SelectMany(a => a.TargetNodes.Select(n => (Node: n, Action: a)))
            .ToLookup(t => t.Node, t => t.Action, StringComparer.Ordinal));
        _linksOfNetworks = new(StringComparer.Ordinal);
        foreach (var link in links)
        {
            foreach (var network in link.AllowedNetworks)
                _linksOfNetworks.TryAdd(network, link);
        }

        foreach (var node in nodes)
            node.Site = this;
    }

    /// <summary>A site without documents.</summary>
    public static SiteDesign Empty { get; } = new([], [], []);

    /// <summary>The region's name, or null when there is no Region document.</summary>
    public string? Name => Region?.Name;

    /// <summary>The region.</summary>
    public Region? Region { get; init; }

    /// <summary>Further Region documents, of which nothing is used.</summary>
    internal IReadOnlyList<Region> OtherRegions { get; init; } = [];

    /// <summary>Racks.</summary>
    public IReadOnlyList<Rack> Racks { get; init => field = TextList<Rack>.From(value); } = TextList<Rack>.Empty;

    /// <summary>Network links, in design order.</summary>
    public IReadOnlyList<NetworkLink> NetworkLinks { get; private init => field = TextList<NetworkLink>.From(value); }

    /// <summary>Networks, in design order.</summary>
    public IReadOnlyList<Network> Networks { get; private init => field = TextList<Network>.From(value); }

    /// <summary>Hardware profiles.</summary>
    public IReadOnlyList<HardwareProfile> HardwareProfiles { get; init => field = TextList<HardwareProfile>.From(value); } = TextList<HardwareProfile>.Empty;

    /// <summary>Names of the host profiles.</summary>
    public IReadOnlyList<string> HostProfiles { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Compiled nodes, in design order.</summary>
    public IReadOnlyList<DrydockNode> Nodes { get; private init => field = TextList<DrydockNode>.From(value); }

    /// <summary>Boot actions, with the nodes they apply to.</summary>
    public IReadOnlyList<BootAction> BootActions { get; init => field = TextList<BootAction>.From(value); } = TextList<BootAction>.Empty;

    /// <summary>
    /// Shipyard's documents among those of the site that say how it is rolled out: DeploymentStrategy and DeploymentConfiguration.
    /// </summary>
    public IReadOnlyList<AirshipDocument> DeploymentDocuments { get; init => field = TextList<AirshipDocument>.From(value); } = TextList<AirshipDocument>.Empty;

    /// <summary>What templates of boot actions see of Drydock.</summary>
    public BootActionSettings BootActionSettings { get; init; } = new();

    /// <summary>What the reader noticed and did not refuse.</summary>
    public IReadOnlyList<DesignProblem> Warnings { get; init => field = TextList<DesignProblem>.From(value); } = TextList<DesignProblem>.Empty;

    /// <summary>What a design that was made of a MAAS does not say of it; none for one that was read.</summary>
    public IReadOnlyList<ValidationFinding> Findings { get; internal set => field = TextList<ValidationFinding>.From(value); } = TextList<ValidationFinding>.Empty;

    /// <summary>Files the site was read from.</summary>
    public IReadOnlyList<string> Sources { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Where what the site holds was written; null for a site that was not read from documents.</summary>
    internal IDocumentOrigins? Origins { get; init; }

    /// <summary>What the identifiers of its boot actions are made from.</summary>
    internal BootActionSeed BootActionSeed { get; } = BootActionSeed.Create();

    /// <summary>The boot actions of a node, in design order.</summary>
    public IEnumerable<BootAction> FindBootActions(string node) => _actionsOfNodes.Value[node];

    /// <summary>The network of that name, or null.</summary>
    public Network? FindNetwork(string name) => _networks.GetValueOrDefault(name);

    /// <summary>The network link of that name, or null.</summary>
    public NetworkLink? FindLink(string name) => _links.GetValueOrDefault(name);

    /// <summary>The first link that allows the network, or null.</summary>
    public NetworkLink? FindLinkOfNetwork(string network) => _linksOfNetworks.GetValueOrDefault(network);

    /// <summary>The node of that name, or null.</summary>
    public DrydockNode? FindNode(string name) => _nodes.GetValueOrDefault(name);

    /// <summary>
    /// The VLAN tag a network has in MAAS: 0 for the native network of its own link, else its tag; null when that is no number.
    /// </summary>
    public int? VlanTagInMaas(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return FindLinkOfNetwork(network.Name)?.NativeNetwork == network.Name ? 0 : network.VlanTag;
    }

    /// <summary>Name and size of the site.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{Name ?? "site"}: {Nodes.Count} nodes, {Networks.Count} networks");
}
