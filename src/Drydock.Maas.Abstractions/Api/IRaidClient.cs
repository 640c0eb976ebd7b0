using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Software RAIDs of a machine (nodes/{system_id}/raids/, raid/{id}/).</summary>
public interface IRaidClient
{
    /// <summary>GET nodes/{system_id}/raids/.</summary>
    Task<IReadOnlyList<Raid>> ListAsync(string systemId, CancellationToken token);

    /// <summary>POST nodes/{system_id}/raids/.</summary>
    Task<Raid> CreateAsync(string systemId, RaidRequest request, CancellationToken token);

    /// <summary>DELETE nodes/{system_id}/raid/{id}/.</summary>
    Task DeleteAsync(string systemId, int id, CancellationToken token);
}

/// <summary>A RAID to make.</summary>
public sealed record RaidRequest
{
    /// <summary>The name; MAAS makes one up when null.</summary>
    public string? Name { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>raid-0, raid-1, raid-5, raid-6 or raid-10.</summary>
    public string Level { get; init; } = "";

    /// <summary>Ids of active whole block devices.</summary>
    public IReadOnlyList<int> BlockDevices { get; init; } = [];

    /// <summary>Ids of active partitions.</summary>
    public IReadOnlyList<int> Partitions { get; init; } = [];

    /// <summary>Ids of spare whole block devices.</summary>
    public IReadOnlyList<int> SpareDevices { get; init; } = [];

    /// <summary>Ids of spare partitions.</summary>
    public IReadOnlyList<int> SparePartitions { get; init; } = [];
}
