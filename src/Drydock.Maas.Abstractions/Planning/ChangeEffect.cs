namespace Drydock.Maas.Planning;

/// <summary>A side effect of a change on something else in MAAS: a NIC that a bridge is made over, for example, follows it to its VLAN.</summary>
/// <param name="Kind">The kind of the other resource.</param>
/// <param name="Resource">Which one.</param>
/// <param name="Property">The property of it that changes; null for the resource as a whole.</param>
/// <param name="Left">The value that is left; null for none, or where MAAS decides.</param>
public sealed record ChangeEffect(ResourceKind Kind, string Resource, ChangeProperty? Property, string? Left = null)
{
    /// <summary>Kind, resource and property.</summary>
    public override string ToString() => $"{Kind} {Resource}{(Property is null ? "" : $": {Property}")}{(Left is null ? "" : $" -> {Left}")}";
}
