namespace Drydock.Maas.Models;

/// <summary>A VLAN of a fabric (fabrics/{fabric_id}/vlans/{vid}/, vlans/{id}/).</summary>
public sealed record Vlan : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The tag, 0 for the untagged VLAN.</summary>
    public int Vid { get; init; }

    /// <summary>The name; MAAS always calls VLAN 0 untagged.</summary>
    public string? Name { get; init; }

    /// <summary>The fabric's identifier.</summary>
    public int FabricId { get; init; }

    /// <summary>The fabric's name.</summary>
    public string? Fabric { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int Mtu { get; init; }

    /// <summary>Whether MAAS serves DHCP here.</summary>
    public bool DhcpOn { get; init; }

    /// <summary>System id of the rack controller that serves DHCP.</summary>
    public string? PrimaryRack { get; init; }

    /// <summary>System id of the rack controller that stands in.</summary>
    public string? SecondaryRack { get; init; }

    /// <summary>The VLAN its DHCP requests are relayed to.</summary>
    public Vlan? RelayVlan { get; init; }

    /// <summary>The space; undefined when unset.</summary>
    public string? Space { get; init; }

    /// <summary>A DHCP server that MAAS saw here and that is not its own.</summary>
    public string? ExternalDhcp { get; init; }

    /// <summary>Fabric and tag, for example gp/101.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Fabric}/{Vid}");
}
