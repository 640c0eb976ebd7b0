namespace Drydock.Maas.Design;

/// <summary>A partition of a node's storage.</summary>
public sealed record StoragePartition
{
    /// <summary>The name within the design.</summary>
    public string Name { get; init; } = "";

    /// <summary>The size: a number with unit, %, or > and a minimum.</summary>
    public string? Size { get; init; }

    /// <summary>Its UUID, if chosen.</summary>
    public string? PartitionUuid { get; init; }

    /// <summary>Whether it is to be marked bootable.</summary>
    public bool Bootable { get; init; }

    /// <summary>What the document itself says: null inherits.</summary>
    internal bool? BootableAsWritten { get; init; }

    /// <summary>The volume group it belongs to.</summary>
    public string? VolumeGroup { get; init; }

    /// <summary>The file system, if any.</summary>
    public FilesystemSettings? Filesystem { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
