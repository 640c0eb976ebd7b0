using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A rack controller (rackcontrollers/).</summary>
public sealed record RackController
{
    /// <summary>The identifier.</summary>
    public string SystemId { get => field ?? ""; init; }

    /// <summary>The short name.</summary>
    public string Hostname { get => field ?? ""; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>Its MAAS version.</summary>
    public string? Version { get; init; }

    /// <summary>Its interfaces, with links and VLANs.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? []; init; }

    /// <summary>Its services.</summary>
    [JsonPropertyName("service_set")]
    public IReadOnlyList<RackService> Services { get => field ?? []; init; }

    /// <summary>The host name.</summary>
    public override string ToString() => Hostname;
}
