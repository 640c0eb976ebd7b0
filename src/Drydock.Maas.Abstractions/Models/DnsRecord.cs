using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A DNS record that is no address.</summary>
public sealed record DnsRecord : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>Time to live in seconds; null for the domain's.</summary>
    public int? Ttl { get; init; }

    /// <summary>The type, for example CNAME.</summary>
    [JsonPropertyName("rrtype")]
    public string? RecordType { get; init; }

    /// <summary>The data.</summary>
    [JsonPropertyName("rrdata")]
    public string? RecordData { get; init; }

    /// <summary>Type and data.</summary>
    public override string ToString() => $"{RecordType} {RecordData}";
}
