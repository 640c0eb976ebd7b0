using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An address that MAAS gave out or keeps free (ipaddresses/).</summary>
public sealed record ReservedAddress : MaasResource
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public string IPAddress { get => field ?? ""; init; }

    /// <summary>Why it is taken, as MAAS's number.</summary>
    public int AllocType { get; init; }

    /// <summary>Why it is taken: User reserved, Sticky, Discovered and so on.</summary>
    public string? AllocTypeName { get; init; }

    /// <summary>The subnet it lies in.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>The user it is reserved for.</summary>
    public MaasUser? Owner { get; init; }

    /// <summary>The interfaces that use it.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? []; init; }

    /// <summary>When it was taken.</summary>
    public string? Created { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
