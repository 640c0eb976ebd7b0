namespace Drydock.Maas.Models;

/// <summary>Memory a NUMA node keeps in huge pages.</summary>
public sealed record HugePages : MaasObject
{
    /// <summary>Size of a page in bytes.</summary>
    public long PageSize { get; init; }

    /// <summary>Bytes in all.</summary>
    public long Total { get; init; }
}
