namespace Drydock.Maas.Design;

/// <summary>A logical volume of a node's storage.</summary>
public sealed record StorageLogicalVolume
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its UUID, if chosen.</summary>
    public string? Uuid { get; init; }

    /// <summary>The size: a number with unit, %, or > and a minimum.</summary>
    public string? Size { get; init; }

    /// <summary>The file system, if any.</summary>
    public FilesystemSettings? Filesystem { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
