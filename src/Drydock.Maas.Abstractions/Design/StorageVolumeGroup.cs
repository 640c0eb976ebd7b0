namespace Drydock.Maas.Design;

/// <summary>A volume group of a node's storage.</summary>
public sealed record StorageVolumeGroup
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its UUID, if chosen.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its logical volumes, in order.</summary>
    public IReadOnlyList<StorageLogicalVolume> LogicalVolumes { get; init => field = TextList<StorageLogicalVolume>.From(value); } = TextList<StorageLogicalVolume>.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
