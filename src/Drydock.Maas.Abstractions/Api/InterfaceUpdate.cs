namespace Drydock.Maas.Api;

/// <summary>Fields of an interface to change; null leaves one as it is.</summary>
public sealed record InterfaceUpdate
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>All of its tags, parted by commas in what is sent. MAAS drops all but the last of several when none are sent; null leaves it at that.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
