namespace Drydock.Maas.Design;

/// <summary>A physical device of a node's storage.</summary>
public sealed record StorageDevice
{
    /// <summary>The device or alias.</summary>
    public string Name { get; init; } = "";

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>The volume group it belongs to as a whole.</summary>
    public string? VolumeGroup { get; init; }

    /// <summary>Its partitions, in order.</summary>
    public IReadOnlyList<StoragePartition> Partitions { get; init => field = TextList<StoragePartition>.From(value); } = TextList<StoragePartition>.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
