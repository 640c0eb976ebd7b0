namespace Drydock.Maas.Models;

/// <summary>An object of which MAAS embeds number and name, for example a virtual machine host.</summary>
public sealed record NamedReference : MaasResource
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
