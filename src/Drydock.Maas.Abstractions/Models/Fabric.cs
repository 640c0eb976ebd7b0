namespace Drydock.Maas.Models;

/// <summary>A fabric with its VLANs (fabrics/).</summary>
public sealed record Fabric : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The class.</summary>
    public string? ClassType { get; init; }

    /// <summary>The VLANs on it; VLAN 0 always exists and is called untagged.</summary>
    public IReadOnlyList<Vlan> Vlans { get => field ?? TextList<Vlan>.Empty; init => field = TextList<Vlan>.From(value); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
