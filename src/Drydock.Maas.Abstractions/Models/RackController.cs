using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A rack controller (rackcontrollers/).</summary>
public sealed record RackController : MaasServer
{
    /// <summary>Its MAAS version.</summary>
    public string? Version { get; init; }

    /// <summary>Its services.</summary>
    [JsonPropertyName("service_set")]
    public IReadOnlyList<RackService> Services { get => field ?? []; init; }

    /// <summary>The host name.</summary>
    public override string ToString() => Hostname;
}
