using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Words for changes of the site's network.</summary>
internal static class SiteChange
{
    public static PlannedChange Create(string type, string name, string? detail = null, params IReadOnlyList<string> parents) => new()
    {
        Action = ChangeAction.Create,
        ResourceType = type,
        Resource = name,
        After = detail,
        Parents = parents,
        Severity = ChangeSeverity.Cosmetic,
    };

    public static PlannedChange Delete(string type, string name, string? detail = null, params IReadOnlyList<string> parents) =>
        new() { Action = ChangeAction.Delete, ResourceType = type, Resource = name, Before = detail, Parents = parents };

    public static PlannedChange Set(
        string type,
        string name,
        string property,
        string? before,
        string? after,
        ChangeSeverity severity = ChangeSeverity.Disruptive) => new()
    {
        Action = ChangeAction.Update,
        ResourceType = type,
        Resource = name,
        Property = property,
        Before = before,
        After = after,
        Severity = severity,
    };
}
