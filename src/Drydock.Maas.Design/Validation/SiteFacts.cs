namespace Drydock.Maas.Design.Validation;

/// <summary>A site with what several rules need worked out once.</summary>
internal sealed class SiteFacts
{
    private readonly Dictionary<string, NetworkFacts> _networks;
    private readonly CancellationToken _token;

    public SiteFacts(SiteDesign design, LiveSite? live, CancellationToken token)
    {
        Design = design;
        Live = live;
        _token = token;
        Networks = [.. design.Networks.Select(n => new NetworkFacts(n))];
        _networks = Networks.ToDictionary(n => n.Name, StringComparer.Ordinal);
        StaticAddresses = [.. Nodes.SelectMany(n => n.Addressing.Where(a => a.Address is not null)
            .Select(a => new AddressFacts(n, a.Network, a.Address!, IPNumber.Parse(a.Address))))];
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
        var sound = new HashSet<(object, object, object, object, object, object?)>();
        foreach (var node in Nodes)
        {
            var storage = (node.StorageDevices, node.VolumeGroups, node.Raids, node.Bcaches, node.SpecialMounts, node.HardwareProfile);
            if (sound.Contains(storage))
                continue;
            var findings = check(node).ToList();
            if (findings.Count == 0)
                sound.Add(storage);
            foreach (var finding in findings)
                yield return finding;
        }
    }

    public NetworkFacts? FindNetwork(string? name) => name is null ? null : _networks.GetValueOrDefault(name);
}
