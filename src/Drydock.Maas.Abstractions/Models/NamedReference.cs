namespace Drydock.Maas.Models;

/// <summary>A small object MAAS embeds: a zone or a pool.</summary>
public sealed record NamedReference
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
