namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A network with its numbers read once.</summary>
internal sealed class NetworkFacts
{
    private readonly List<RangeFacts> _dynamic;
    private readonly HashSet<IPNumber> _servers;

    public NetworkFacts(Network network)
    {
        Network = network;
        Block = network.Cidr.Contains('/', StringComparison.Ordinal) ? network.Block.Value : null;
        Ranges = [.. network.Ranges.Select((r, i) => new RangeFacts(r, AddressSpan.TryParse(r.Start, r.End), i))];
        _servers = [.. network.Routes.Select(r => r.Gateway).Append(network.DhcpRelaySelf).Select(IPNumber.Parse).OfType<IPNumber>()];
        _dynamic = [.. Ranges.Where(r => r.Range.Type == "dhcp" && r.Span is not null).OrderBy(r => r.Span!.First.Value)];
    }

    public Network Network { get; }

    public string Name => Network.Name;

    /// <summary>The network's addresses; null when its CIDR is none, or an address without a prefix.</summary>
    public IPBlock? Block { get; }

    public IReadOnlyList<RangeFacts> Ranges { get; }

    /// <summary>Its gateways, its relay and the ends of its ranges.</summary>
    public IEnumerable<IPNumber> OwnAddresses => _servers.Concat(Ranges.Select(r => r.Span).OfType<AddressSpan>().Select(s => s.First));

    public ValidationDocument Reference => Network.Reference();

    public bool Contains(IPNumber address) => Block?.Span.Contains(address) == true;

    /// <summary>Whether it is a gateway of the network, or its DHCP relay.</summary>
    public bool IsServer(IPNumber address) => _servers.Contains(address);

    /// <summary>The DHCP range the address is in, or null. Halving: a site may have as many ranges as nodes.</summary>
    public RangeFacts? FindDynamicRange(IPNumber address)
    {
        var (low, high) = (0, _dynamic.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_dynamic[middle].Span!.First.Value <= address.Value)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && _dynamic[low - 1].Span!.Contains(address) ? _dynamic[low - 1] : null;
    }
}
