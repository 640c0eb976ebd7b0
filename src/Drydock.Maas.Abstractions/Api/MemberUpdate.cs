namespace Drydock.Maas.Api;

/// <summary>What to change of a group of block devices and partitions; null or empty leaves it as it is.</summary>
public abstract record MemberUpdate
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>Ids of block devices to add.</summary>
    public IReadOnlyList<int> AddBlockDevices { get; init; } = [];

    /// <summary>Ids of block devices to remove.</summary>
    public IReadOnlyList<int> RemoveBlockDevices { get; init; } = [];

    /// <summary>Ids of partitions to add.</summary>
    public IReadOnlyList<int> AddPartitions { get; init; } = [];

    /// <summary>Ids of partitions to remove.</summary>
    public IReadOnlyList<int> RemovePartitions { get; init; } = [];
}
