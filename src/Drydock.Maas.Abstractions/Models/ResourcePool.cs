namespace Drydock.Maas.Models;

/// <summary>A resource pool (resourcepools/, resourcepool/{id}/).</summary>
public sealed record ResourcePool : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
