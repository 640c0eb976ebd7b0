using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An SSH key of the connected user (account/prefs/sshkeys/).</summary>
public sealed record SshKey : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The public key, one line.</summary>
    public string Key { get => field ?? ""; init; }

    /// <summary>Where it was imported from.</summary>
    [JsonPropertyName("keysource")]
    public string? KeySource { get; init; }
}
