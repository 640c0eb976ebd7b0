namespace Drydock.Maas.Design;

/// <summary>An interface of a node, as the design wants it.</summary>
public sealed record NodeInterface
{
    /// <summary>The name; a bond's name in MAAS.</summary>
    public string Name { get; init; } = "";

    /// <summary>The link it is connected to (device_link).</summary>
    public string? NetworkLink { get; init; }

    /// <summary>Devices or aliases below it.</summary>
    public IReadOnlyList<string> Slaves { get; init; } = [];

    /// <summary>Names of the networks on it, in order.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string,string> Labels { get; init; } = new Dictionary<string,string>();

    /// <summary>SR-IOV, if wanted.</summary>
    public SriovSettings? Sriov { get; init; }
}
