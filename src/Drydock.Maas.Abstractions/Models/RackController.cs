using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A rack controller (rackcontrollers/).</summary>
public sealed record RackController : MaasServer
{
    /// <summary>Its MAAS version.</summary>
    public string? Version { get; init; }

    /// <summary>Its services.</summary>
    [JsonPropertyName("service_set")]
    public IReadOnlyList<RackService> Services { get => field ?? TextList<RackService>.Empty; init => field = TextList<RackService>.From(value); }

    /// <summary>The host name.</summary>
    public override string ToString() => Hostname;
}

/// <summary>A service of a rack controller.</summary>
public sealed record RackService : MaasObject
{
    /// <summary>The name: http, dhcpd, rackd, tftp and so on.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>running, off, dead, degraded or unknown.</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>What the service says of itself.</summary>
    public string? StatusInfo { get; init; }

    /// <summary>Name and status.</summary>
    public override string ToString() => $"{Name}: {Status}";
}
