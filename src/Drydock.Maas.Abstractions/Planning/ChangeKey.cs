namespace Drydock.Maas.Planning;

/// <summary>The identity of a change: what is done to which property of which resource, and the values.</summary>
/// <param name="Action">What happens.</param>
/// <param name="Kind">The kind of resource.</param>
/// <param name="Resource">Which one.</param>
/// <param name="Property">The property; null for the resource as a whole.</param>
/// <param name="PropertyKey">Which power parameter or item of owner data.</param>
/// <param name="Before">The values in MAAS.</param>
/// <param name="After">The values that are sent.</param>
internal readonly record struct ChangeKey(
    ChangeAction Action, ResourceKind Kind, string Resource, ChangeProperty? Property, string? PropertyKey, ChangeValues Before, ChangeValues After)
{
    /// <summary>The key of a change.</summary>
    public static ChangeKey From(PlannedChange change) =>
        new(change.Action, change.Kind, change.Resource, change.Property, change.PropertyKey, change.BeforeValues, change.AfterValues);
}
