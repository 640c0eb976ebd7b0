using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A node of MAAS: the properties that machines, rack controllers and devices share.</summary>
public record MaasNode : MaasResource
{
    /// <summary>The identifier MAAS gave it.</summary>
    public string SystemId { get => field ?? ""; init; }

    /// <summary>The short name.</summary>
    public string Hostname { get => field ?? ""; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Its DNS domain.</summary>
    public Domain? Domain { get; init; }

    /// <summary>Its availability zone.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string> TagNames { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Its interfaces, with links and VLANs.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? TextList<NetworkInterface>.Empty; init => field = TextList<NetworkInterface>.From(value); }

    /// <summary>The kind of node as MAAS's number: 0 a machine, 1 a device, 2 to 4 controllers.</summary>
    public int NodeType { get; init; }

    /// <summary>The kind of node.</summary>
    public string? NodeTypeName { get; init; }
}
