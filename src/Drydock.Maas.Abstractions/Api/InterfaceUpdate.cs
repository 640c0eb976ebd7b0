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
}
