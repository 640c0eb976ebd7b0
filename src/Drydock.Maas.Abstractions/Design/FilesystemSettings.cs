namespace Drydock.Maas.Design;

/// <summary>A file system of a node's storage.</summary>
public sealed record FilesystemSettings
{
    /// <summary>Where it is mounted.</summary>
    public string? MountPoint { get; init; }

    /// <summary>The type, ext4 unless given.</summary>
    public string Type { get; init; } = "";

    /// <summary>Mount options, defaults unless given.</summary>
    public string MountOptions { get; init; } = "";

    /// <summary>Its UUID, if chosen.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its label.</summary>
    public string? Label { get; init; }

    /// <summary>Type and place.</summary>
    public override string ToString() => $"{Type} {MountPoint}".Trim();
}
