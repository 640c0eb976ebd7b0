using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A user of MAAS (users/).</summary>
public sealed record MaasUser : MaasResource
{
    /// <summary>The name.</summary>
    [JsonPropertyName("username")]
    public string Username { get => field ?? ""; init; }

    /// <summary>The mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the user is an administrator.</summary>
    public bool IsSuperuser { get; init; }

    /// <summary>Whether MAAS itself keeps the password.</summary>
    public bool? IsLocal { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Username;
}
