namespace Drydock.Maas.Design;

/// <summary>An interface of a node, as the design wants it.</summary>
public sealed record NodeInterface
{
    /// <summary>The name; a bond's name in MAAS.</summary>
    public string Name { get; init; } = "";

    /// <summary>The link it is connected to (device_link).</summary>
    public string? NetworkLink { get; init; }

    /// <summary>Devices or aliases below it; of a bridge the interface, NIC or one network of it (bond0/storage) that it stands on.</summary>
    public IReadOnlyList<string> Slaves { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Names of the networks on it, in order.</summary>
    public IReadOnlyList<string> Networks { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>SR-IOV, if wanted.</summary>
    public SriovSettings? Sriov { get; init; }

    /// <summary>What makes it a bridge; null for a NIC or bond.</summary>
    public BridgeSettings? Bridge { get; init; }

    /// <summary>The interface, NIC or alias that a bridge stands on.</summary>
    public string? BridgedName => Bridge is null || Slaves.Count == 0 ? null : Slaves[0].Split('/')[0];

    /// <summary>The network of that interface whose VLAN the bridge stands on; null when it stands on the interface itself.</summary>
    public string? BridgedNetwork => Bridge is not null && Slaves.Count > 0 && Slaves[0].Split('/', 2) is [_, var network] ? network : null;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
