namespace Drydock.Maas.Design;

/// <summary>A file system in memory that a node mounts: an item of special_mounts, which Drydock itself does not have.</summary>
public sealed record StorageSpecialMount
{
    /// <summary>Where it is mounted; the mount's name within the design.</summary>
    public string MountPoint { get; init; } = "";

    /// <summary>tmpfs or ramfs; tmpfs unless given.</summary>
    public string Type { get; init; } = "";

    /// <summary>Mount options, for example size=1G; defaults unless given.</summary>
    public string MountOptions { get; init; } = "";

    /// <summary>What the document itself says: null inherits.</summary>
    internal string? TypeAsWritten { get; init; }

    /// <summary>What the document itself says: null inherits.</summary>
    internal string? OptionsAsWritten { get; init; }

    /// <summary>Type and place, for example tmpfs /run/work.</summary>
    public override string ToString() => $"{Type} {MountPoint}".Trim();
}
