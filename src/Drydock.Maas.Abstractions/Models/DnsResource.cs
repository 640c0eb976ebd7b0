using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A DNS name with its addresses or records (dnsresources/).</summary>
public sealed record DnsResource : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name with domain.</summary>
    public string Fqdn { get => field ?? ""; init; }

    /// <summary>Time to live of the addresses in seconds; null for the domain's.</summary>
    public int? AddressTtl { get; init; }

    /// <summary>Its addresses.</summary>
    [JsonPropertyName("ip_addresses")]
    public IReadOnlyList<ReservedAddress> IPAddresses { get => field ?? []; init; }

    /// <summary>Its other records.</summary>
    public IReadOnlyList<DnsRecord> ResourceRecords { get => field ?? []; init; }

    /// <summary>The name with domain.</summary>
    public override string ToString() => Fqdn;
}
