using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A device that MAAS only keeps addresses and names for (devices/).</summary>
public sealed record Device : MaasResource
{
    /// <summary>The identifier.</summary>
    public string SystemId { get => field ?? ""; init; }

    /// <summary>The short name.</summary>
    public string Hostname { get => field ?? ""; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The user it belongs to.</summary>
    public string? Owner { get; init; }

    /// <summary>The machine it is part of.</summary>
    public string? Parent { get; init; }

    /// <summary>Its DNS domain.</summary>
    public Domain? Domain { get; init; }

    /// <summary>Its availability zone.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string> TagNames { get => field ?? []; init; }

    /// <summary>Time to live of its DNS records in seconds.</summary>
    public int? AddressTtl { get; init; }

    /// <summary>Its addresses.</summary>
    [JsonPropertyName("ip_addresses")]
    public IReadOnlyList<string> IPAddresses { get => field ?? []; init; }

    /// <summary>Its interfaces.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? []; init; }

    /// <summary>The kind of node as MAAS's number.</summary>
    public int NodeType { get; init; }

    /// <summary>The kind of node.</summary>
    public string? NodeTypeName { get; init; }

    /// <summary>Annotations under their older name.</summary>
    public IReadOnlyDictionary<string, string> OwnerData { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>Annotations.</summary>
    public IReadOnlyDictionary<string, string> WorkloadAnnotations { get => field ?? ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>The host name.</summary>
    public override string ToString() => Hostname;
}
