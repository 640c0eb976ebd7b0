namespace Drydock.Maas.Api;

/// <summary>What to change of a RAID; null or empty leaves it as it is.</summary>
public sealed record RaidUpdate : MemberUpdate
{
    /// <summary>Ids of spare block devices to add.</summary>
    public IReadOnlyList<int> AddSpareDevices { get; init; } = [];

    /// <summary>Ids of spare block devices to remove.</summary>
    public IReadOnlyList<int> RemoveSpareDevices { get; init; } = [];

    /// <summary>Ids of spare partitions to add.</summary>
    public IReadOnlyList<int> AddSparePartitions { get; init; } = [];

    /// <summary>Ids of spare partitions to remove.</summary>
    public IReadOnlyList<int> RemoveSparePartitions { get; init; } = [];
}
