namespace Drydock.Maas.Models;

/// <summary>A fast device that caches others (nodes/{system_id}/bcache-cache-sets/, bcache-cache-set/{id}/).</summary>
public sealed record BcacheCacheSet : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>The name, for example cache0.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The fast device.</summary>
    public StorageMember? CacheDevice { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
