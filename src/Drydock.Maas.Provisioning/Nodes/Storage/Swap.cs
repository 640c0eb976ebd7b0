using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Swap has no place of its own, but MAAS makes a machine use it only where it is mounted, at none.</summary>
internal static class Swap
{
    public const string Nowhere = "none";

    /// <summary>The file system as MAAS is to hold it.</summary>
    public static FilesystemSettings? AsMounted(FilesystemSettings? design) =>
        design is { Type: "swap" } ? design with { MountPoint = Nowhere } : design;
}
