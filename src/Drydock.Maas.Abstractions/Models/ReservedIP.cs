using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An address that MAAS keeps for a MAC address: no other interface is linked with it, and no dynamic range has it (reservedips/).</summary>
public sealed record ReservedIP : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public string IPAddress { get => field ?? ""; init; }

    /// <summary>The MAC address it is kept for.</summary>
    public string MacAddress { get => field ?? ""; init; }

    /// <summary>Its subnet.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>What somebody noted about it.</summary>
    public string? Comment { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
