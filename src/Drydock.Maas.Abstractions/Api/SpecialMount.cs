namespace Drydock.Maas.Api;

/// <summary>A file system in memory to mount on a machine.</summary>
public sealed record SpecialMount
{
    /// <summary>tmpfs or ramfs.</summary>
    public string FilesystemType { get; init; } = "";

    /// <summary>Where it is mounted.</summary>
    public string MountPoint { get; init; } = "";

    /// <summary>Options, for example size=1G.</summary>
    public string? MountOptions { get; init; }
}
