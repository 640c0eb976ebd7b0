namespace Drydock.Maas.Models;

/// <summary>A network interface of a machine or rack controller (nodes/{system_id}/interfaces/).</summary>
public sealed record NetworkInterface : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name, for example eno1, bond0 or bond0.101.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>physical, bond, vlan, bridge or unknown.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>The MAC address, lower case.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The MAC address, by which it is compared.</summary>
    internal Written<MacNumber> Mac => MacNumber.Read(MacAddress);

    /// <summary>The VLAN it is attached to; null when disconnected.</summary>
    public Vlan? Vlan { get; init; }

    /// <summary>Its links to subnets.</summary>
    public IReadOnlyList<InterfaceLink> Links { get => field ?? []; init; }

    /// <summary>Names of the interfaces below it.</summary>
    public IReadOnlyList<string> Parents { get => field ?? []; init; }

    /// <summary>Names of the interfaces above it.</summary>
    public IReadOnlyList<string> Children { get => field ?? []; init; }

    /// <summary>The MTU in force, in bytes.</summary>
    public int EffectiveMtu { get; init; }

    /// <summary>Settings made on the interface itself.</summary>
    public InterfaceParameters? Params { get; init; }

    /// <summary>Whether it is enabled.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether a cable was seen.</summary>
    public bool? LinkConnected { get; init; }

    /// <summary>Speed of the interface in Mbit/s.</summary>
    public int? InterfaceSpeed { get; init; }

    /// <summary>Speed of the link in Mbit/s.</summary>
    public int? LinkSpeed { get; init; }

    /// <summary>The vendor.</summary>
    public string? Vendor { get; init; }

    /// <summary>The product.</summary>
    public string? Product { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    /// <summary>The firmware's version.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary>The NUMA node it hangs on.</summary>
    public int? NumaNode { get; init; }

    /// <summary>Number of SR-IOV functions it can offer.</summary>
    public int SriovMaxVf { get; init; }

    /// <summary>Addresses seen on it.</summary>
    public IReadOnlyList<DiscoveredAddress>? Discovered { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
