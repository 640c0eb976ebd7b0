using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Words for changes of the site's network.</summary>
internal static class SiteChange
{
    public static PlannedChange Create(ResourceKind kind, string name, string? detail = null, params IReadOnlyList<string> parents) => new()
    {
        Action = ChangeAction.Create,
        Kind = kind,
        Resource = name,
        After = detail,
        Parents = parents,
        Severity = ChangeSeverity.Cosmetic,
    };

    public static PlannedChange Delete(ResourceKind kind, string name, string? detail = null, params IReadOnlyList<string> parents) =>
        new() { Action = ChangeAction.Delete, Kind = kind, Resource = name, Before = detail, Parents = parents };

    public static PlannedChange Set(
        ResourceKind kind,
        string name,
        ChangeProperty property,
        string? before,
        string? after,
        ChangeSeverity severity = ChangeSeverity.Disruptive) => new()
    {
        Action = ChangeAction.Update,
        Kind = kind,
        Resource = name,
        Property = property,
        Before = before,
        After = after,
        Severity = severity,
    };
}
