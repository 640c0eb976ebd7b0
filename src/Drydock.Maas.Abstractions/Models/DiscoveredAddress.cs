using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An address seen on an interface.</summary>
public sealed record DiscoveredAddress : MaasObject
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip_address")]
    public string? IPAddress { get; init; }

    /// <summary>The subnet it lies in.</summary>
    public Subnet? Subnet { get; init; }
}
