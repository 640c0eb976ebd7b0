using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>File systems and their mounts in words.</summary>
internal static class FilesystemText
{
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
