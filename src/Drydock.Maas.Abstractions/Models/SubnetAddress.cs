using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An address in use on a subnet (subnets/{id}/?op=ip_addresses).</summary>
public sealed record SubnetAddress : MaasObject
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public string IPAddress { get => field ?? ""; init; }

    /// <summary>Why it is taken, as MAAS's number.</summary>
    public int AllocType { get; init; }

    /// <summary>When it was taken.</summary>
    public string? Created { get; init; }

    /// <summary>When the entry changed last.</summary>
    public string? Updated { get; init; }

    /// <summary>The user it is reserved for.</summary>
    public string? User { get; init; }

    /// <summary>The machine or controller that uses it.</summary>
    public SubnetAddressNode? NodeSummary { get; init; }

    /// <summary>The management controllers that use it.</summary>
    public IReadOnlyList<SubnetAddressBmc> Bmcs { get => field ?? []; init; }

    /// <summary>The DNS names that lead to it.</summary>
    public JsonElement? DnsRecords { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
