using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A device that MAAS only keeps addresses and names for (devices/).</summary>
public sealed record Device : MaasNode
{
    /// <summary>The user it belongs to.</summary>
    public string? Owner { get; init; }

    /// <summary>The machine it is part of.</summary>
    public string? Parent { get; init; }

    /// <summary>Time to live of its DNS records in seconds.</summary>
    public int? AddressTtl { get; init; }

    /// <summary>Its addresses.</summary>
    [JsonPropertyName("ip_addresses")]
    public IReadOnlyList<string> IPAddresses { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Annotations under their older name.</summary>
    public IReadOnlyDictionary<string, string> OwnerData { get => field ?? TextMap<string>.Empty; init => field = TextMap<string>.From(value); }

    /// <summary>Annotations.</summary>
    public IReadOnlyDictionary<string, string> WorkloadAnnotations { get => field ?? TextMap<string>.Empty; init => field = TextMap<string>.From(value); }

    /// <summary>The host name.</summary>
    public override string ToString() => Hostname;
}
