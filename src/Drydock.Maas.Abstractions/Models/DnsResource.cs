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
    public IReadOnlyList<ReservedAddress> IPAddresses { get => field ?? TextList<ReservedAddress>.Empty; init => field = TextList<ReservedAddress>.From(value); }

    /// <summary>Its other records.</summary>
    public IReadOnlyList<DnsRecord> ResourceRecords { get => field ?? TextList<DnsRecord>.Empty; init => field = TextList<DnsRecord>.From(value); }

    /// <summary>The name with domain.</summary>
    public override string ToString() => Fqdn;
}

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

/// <summary>An address that MAAS gave out or keeps free (ipaddresses/).</summary>
public sealed record ReservedAddress : MaasResource
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public string IPAddress { get => field ?? ""; init; }

    /// <summary>Why it is taken, as MAAS's number.</summary>
    public int AllocType { get; init; }

    /// <summary>Why it is taken: User reserved, Sticky, Discovered and so on.</summary>
    public string? AllocTypeName { get; init; }

    /// <summary>The subnet it lies in.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>The user it is reserved for.</summary>
    public MaasUser? Owner { get; init; }

    /// <summary>The interfaces that use it.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? TextList<NetworkInterface>.Empty; init => field = TextList<NetworkInterface>.From(value); }

    /// <summary>When it was taken.</summary>
    public string? Created { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
