namespace Drydock.Maas.Api;

/// <summary>An interface to add by hand; what is null is left out.</summary>
public sealed record PhysicalInterfaceRequest
{
    /// <summary>The MAC address.</summary>
    public string MacAddress { get; init; } = "";

    /// <summary>The name; MAAS makes one up when null.</summary>
    public string? Name { get; init; }

    /// <summary>The VLAN's id; null leaves it disconnected.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
