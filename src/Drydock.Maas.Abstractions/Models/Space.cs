namespace Drydock.Maas.Models;

/// <summary>A space (spaces/).</summary>
public sealed record Space : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name; undefined for what is in no space.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The VLANs in it.</summary>
    public IReadOnlyList<Vlan> Vlans { get => field ?? TextList<Vlan>.Empty; init => field = TextList<Vlan>.From(value); }

    /// <summary>The subnets on those VLANs.</summary>
    public IReadOnlyList<Subnet> Subnets { get => field ?? TextList<Subnet>.Empty; init => field = TextList<Subnet>.From(value); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
