namespace Drydock.Maas.Design;

/// <summary>A layer-2 link between nodes and switches (drydock/NetworkLink/v1); a fabric in MAAS.</summary>
public sealed record NetworkLink
{
    /// <summary>The name, also the fabric's.</summary>
    public string Name { get; init; } = "";

    /// <summary>How interfaces on it are bonded.</summary>
    public LinkBonding Bonding { get; init; } = new();

    /// <summary>The MTU in bytes.</summary>
    public int Mtu { get; init; }

    /// <summary>The speed, auto unless given; for people's information.</summary>
    public string LinkSpeed { get; init; } = "";

    /// <summary>disabled or 802.1q.</summary>
    public string TrunkingMode { get; init; } = "";

    /// <summary>The network that travels untagged (trunking.default_network).</summary>
    public string? NativeNetwork { get; init; }

    /// <summary>Names of the networks on it, in order.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Labels; noconfig means hands off.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The name of its fabric in MAAS: the label fabric_name, else its own.</summary>
    internal string FabricName => Labels.GetValueOrDefault("fabric_name") ?? Name;

    /// <summary>Whether the label noconfig says not to configure this link and its networks.</summary>
    public bool NoConfig => Labels.ContainsKey("noconfig");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
