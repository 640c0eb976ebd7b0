namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A network that no document defines, with everything that refers to it.</summary>
internal sealed class UnknownNetworkUses(string name)
{
    private readonly List<string> _uses = [];
    private readonly List<ValidationDocument> _documents = [];
    private readonly List<string> _nodes = [];
    private bool _isOfLink;

    public string Name => name;

    /// <summary>Whether a static address of a node is on it, of which Drydock's own rule speaks.</summary>
    public bool HasStaticAddress { get; private set; }

    /// <summary>What refers to it, in a few words.</summary>
    public IReadOnlyList<string> Uses => _uses;

    /// <summary>Where it is referred to; links come first, then the documents of nodes and profiles.</summary>
    public IReadOnlyList<ValidationDocument> Documents => _documents;

    /// <summary>The nodes it concerns; none when a link carries it, which concerns the site.</summary>
    public IReadOnlyList<string> Nodes => _isOfLink ? [] : _nodes;

    /// <summary>Every such network of a site, those of links first.</summary>
    public static IReadOnlyList<UnknownNetworkUses> Find(SiteFacts site)
    {
        var found = new Dictionary<string, UnknownNetworkUses>(StringComparer.Ordinal);
        UnknownNetworkUses? Get(string? network)
        {
            if (network is null || site.FindNetwork(network) is not null)
                return null;
            return found.TryGetValue(network, out var known) ? known : found[network] = new(network);
        }

        foreach (var link in site.Links)
        {
            foreach (var network in link.AllowedNetworks)
                Get(network)?.AddLink($"link {link.Name} carries it", site.At(link, "allowed_networks", network));
            Get(link.NativeNetwork)?.AddLink($"it is the native network of link {link.Name}", site.At(link, "trunking", "default_network"));
        }

        foreach (var node in site.Nodes)
        {
            Get(node.PrimaryNetwork)?.Add("it is a primary network", node, site.At(node, "primary_network"));
            Get(node.Oob.Network)?.Add("it is an out-of-band network", node, site.At(node, "oob", "network"));
            foreach (var address in node.Addressing)
                Get(address.Network)?.AddAddress(address, node, site.At(node, "addressing", address.Network, "network"));
        }

        return [.. found.Values];
    }

    private void AddLink(string use, ValidationDocument document)
    {
        _isOfLink = true;
        Add(use, document);
    }

    private void Add(string use, ValidationDocument document)
    {
        if (!_uses.Contains(use))
            _uses.Add(use);
        if (!_documents.Contains(document))
            _documents.Add(document);
    }

    private void Add(string use, DrydockNode node, NodeLocation place)
    {
        Add(use, place.Document);
        if (_nodes.LastOrDefault() != node.Name)
            _nodes.Add(node.Name);
    }

    private void AddAddress(NodeAddress address, DrydockNode node, NodeLocation place)
    {
        HasStaticAddress |= address.Address is not null;
        Add("nodes have addresses there", node, place);
    }
}
