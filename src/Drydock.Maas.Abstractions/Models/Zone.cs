namespace Drydock.Maas.Models;

/// <summary>An availability zone (zones/).</summary>
public sealed record Zone : MaasResource
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
