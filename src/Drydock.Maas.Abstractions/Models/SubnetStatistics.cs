using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>How full a subnet is (subnets/{id}/?op=statistics).</summary>
public sealed record SubnetStatistics : MaasObject
{
    /// <summary>Number of free addresses.</summary>
    public long NumAvailable { get; init; }

    /// <summary>Number of addresses in the largest free run.</summary>
    public long LargestAvailable { get; init; }

    /// <summary>Number of addresses in use.</summary>
    public long NumUnavailable { get; init; }

    /// <summary>Number of addresses.</summary>
    public long TotalAddresses { get; init; }

    /// <summary>Used share, 0 to 1.</summary>
    public double Usage { get; init; }

    /// <summary>Used share in percent.</summary>
    public string? UsageString { get; init; }

    /// <summary>Free share in percent.</summary>
    public string? AvailableString { get; init; }

    /// <summary>First address.</summary>
    public string? FirstAddress { get; init; }

    /// <summary>Last address.</summary>
    public string? LastAddress { get; init; }

    /// <summary>4 or 6.</summary>
    [JsonPropertyName("ip_version")]
    public int IPVersion { get; init; }

    /// <summary>Its runs of addresses; only when asked for.</summary>
    public IReadOnlyList<AddressRange> Ranges { get => field ?? []; init; }
}
