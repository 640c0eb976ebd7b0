namespace Drydock.Maas.Api;

/// <summary>A bridge to make or change; what is null is left out.</summary>
public sealed record BridgeRequest
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the interface below it.</summary>
    public int? ParentId { get; init; }

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MAC address; MAAS takes the parent's.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>standard or ovs.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it speaks the spanning tree protocol.</summary>
    public bool? Stp { get; init; }

    /// <summary>Seconds before a port forwards (bridge_fd).</summary>
    public int? ForwardDelay { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}
