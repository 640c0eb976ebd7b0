namespace Drydock.Maas.Design;

/// <summary>A physical device of a node's storage.</summary>
public sealed record StorageDevice
{
    /// <summary>The device or alias.</summary>
    public string Name { get; init; } = "";

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string,string> Labels { get; init; } = new Dictionary<string,string>();

    /// <summary>The volume group it belongs to as a whole.</summary>
    public string? VolumeGroup { get; init; }

    /// <summary>Its partitions, in order.</summary>
    public IReadOnlyList<StoragePartition> Partitions { get; init; } = [];
}
