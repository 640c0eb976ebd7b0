using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Words for storage changes.</summary>
internal static class StorageChange
{
    public static PlannedChange Create(ResourceKind kind, string name, string detail, params IReadOnlyList<string> parents) => new()
    {
        Action = ChangeAction.Create,
        Kind = kind,
        Resource = name,
        After = detail,
        Parents = parents,
    };

    public static PlannedChange Delete(ResourceKind kind, string name, string detail, params IReadOnlyList<string> parents) => new()
    {
        Action = ChangeAction.Delete,
        Kind = kind,
        Resource = name,
        Before = detail,
        Parents = parents,
        Severity = ChangeSeverity.Destructive,
    };

    public static PlannedChange Set(
        ResourceKind kind, string name, ChangeProperty property, string? before, string? after, ChangeSeverity severity = ChangeSeverity.Disruptive) => new()
    {
        Action = ChangeAction.Update,
        Kind = kind,
        Resource = name,
        Property = property,
        Before = before,
        After = after,
        Severity = severity,
    };

    /// <param name="action">What is done: format, mount and so on.</param>
    /// <param name="kind">The kind of resource.</param>
    /// <param name="name">Its name.</param>
    /// <param name="before">What is there now, in words.</param>
    /// <param name="after">What will be there, in words.</param>
    /// <param name="severity">What that does to data.</param>
    public static PlannedChange Invoke(
        ChangeAction action, ResourceKind kind, string name, string? before, string? after, ChangeSeverity severity) => new()
    {
        Action = action,
        Kind = kind,
        Resource = name,
        Before = before,
        After = after,
        Severity = severity,
    };

    /// <summary>A file system that is there, in words; null when there is none.</summary>
    public static string? Describe(Filesystem? present) => present is null ? null : Describe(new FilesystemSettings
    {
        Type = present.Fstype,
        MountPoint = string.IsNullOrEmpty(present.MountPoint) ? null : present.MountPoint,
        MountOptions = present.MountOptions ?? "",
    });

    /// <summary>The same, and that it is not mounted where it is not.</summary>
    public static string? DescribeMount(Filesystem? present) =>
        present is null || present.MountPoint?.Length > 0 ? Describe(present) : $"{Describe(present)} (not mounted)";

    /// <summary>A file system in words: xfs at /var/log (noatime).</summary>
    public static string Describe(FilesystemSettings filesystem)
    {
        var options = filesystem.MountOptions is "" or "defaults" ? "" : $" ({filesystem.MountOptions})";
        return filesystem.MountPoint is null or Swap.Nowhere
            ? $"{filesystem.Type}{options}"
            : $"{filesystem.Type} at {filesystem.MountPoint}{options}";
    }
}
