using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A range of addresses of a subnet (ipranges/).</summary>
public sealed record IPRange : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>dynamic or reserved.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>First address.</summary>
    [JsonPropertyName("start_ip")]
    public string StartIP { get => field ?? ""; init; }

    /// <summary>Last address.</summary>
    [JsonPropertyName("end_ip")]
    public string EndIP { get => field ?? ""; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The subnet.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>The user that made it.</summary>
    public MaasUser? User { get; init; }
}
