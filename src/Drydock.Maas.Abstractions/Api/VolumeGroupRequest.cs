namespace Drydock.Maas.Api;

/// <summary>A volume group to make.</summary>
public sealed record VolumeGroupRequest
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its UUID; MAAS makes one when null.</summary>
    public string? Uuid { get; init; }

    /// <summary>Ids of whole block devices.</summary>
    public IReadOnlyList<int> BlockDevices { get; init; } = [];

    /// <summary>Ids of partitions.</summary>
    public IReadOnlyList<int> Partitions { get; init; } = [];
}
