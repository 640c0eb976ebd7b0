using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A static route between subnets (static-routes/).</summary>
public sealed record StaticRoute : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The subnet whose machines get the route.</summary>
    public Subnet? Source { get; init; }

    /// <summary>The subnet it leads to.</summary>
    public Subnet? Destination { get; init; }

    /// <summary>The next hop.</summary>
    [JsonPropertyName("gateway_ip")]
    public string? GatewayIP { get; init; }

    /// <summary>The next hop, by which it is compared.</summary>
    internal Written<IPNumber> NextHop => IPNumber.Read(GatewayIP);

    /// <summary>The metric.</summary>
    public int Metric { get; init; }
}
