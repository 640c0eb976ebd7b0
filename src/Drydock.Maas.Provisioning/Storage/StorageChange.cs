using Drydock.Maas.Design;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>Words for storage changes.</summary>
internal static class StorageChange
{
    public static PlannedChange Create(string type, string name, string detail) => Change(ChangeAction.Create, type, name, null, detail, ChangeSeverity.Disruptive);

    public static PlannedChange Delete(string type, string name, string detail) => Change(ChangeAction.Delete, type, name, null, detail, ChangeSeverity.Destructive);

    public static PlannedChange Invoke(string what, string type, string name, string? detail, ChangeSeverity severity) =>
        Change(ChangeAction.Invoke, type, name, what, detail, severity);

    /// <summary>A file system in words: xfs at /var/log (noatime).</summary>
    public static string Describe(FilesystemSettings filesystem)
    {
        var options = filesystem.MountOptions is "" or "defaults" ? "" : $" ({filesystem.MountOptions})";
        return filesystem.MountPoint is null ? filesystem.Type : $"{filesystem.Type} at {filesystem.MountPoint}{options}";
    }

    private static PlannedChange Change(
        ChangeAction action, string type, string name, string? property, string? after, ChangeSeverity severity) => new()
    {
        Action = action,
        ResourceType = type,
        Resource = name,
        Property = property,
        After = after,
        Severity = severity,
    };
}
