using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>One default gateway of a machine.</summary>
public sealed record DefaultGateway : MaasObject
{
    /// <summary>The gateway's address.</summary>
    [JsonPropertyName("gateway_ip")]
    public string? GatewayIP { get; init; }

    /// <summary>The interface link it was chosen by; null when MAAS chose it itself.</summary>
    public int? LinkId { get; init; }
}
