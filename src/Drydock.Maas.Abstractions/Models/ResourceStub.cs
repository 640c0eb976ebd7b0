using System.Globalization;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A nested object of which MAAS sends no more than the id.</summary>
public sealed record ResourceStub : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>That MAAS left the rest out.</summary>
    [JsonPropertyName("__incomplete__")]
    public bool? Incomplete { get; init; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}
