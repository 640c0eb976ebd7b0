namespace Drydock.Maas.Design;

/// <summary>An address of a node on a network.</summary>
public sealed record NodeAddress
{
    /// <summary>The network's name.</summary>
    public string Network { get; init; } = "";

    /// <summary>static or dhcp.</summary>
    public string Type { get; init; } = "";

    /// <summary>The address, when static.</summary>
    public string? Address { get; init; }
}
