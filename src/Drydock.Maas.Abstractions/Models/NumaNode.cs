using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A NUMA node of a machine.</summary>
public sealed record NumaNode : MaasObject
{
    /// <summary>The number.</summary>
    public int Index { get; init; }

    /// <summary>Memory in MiB.</summary>
    public long Memory { get; init; }

    /// <summary>Numbers of its processor cores.</summary>
    public IReadOnlyList<int> Cores { get => field ?? []; init; }

    /// <summary>Memory kept in huge pages.</summary>
    [JsonPropertyName("hugepages_set")]
    public IReadOnlyList<HugePages> HugePages { get => field ?? []; init; }
}
