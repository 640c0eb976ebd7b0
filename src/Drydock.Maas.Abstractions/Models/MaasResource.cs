using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An object that has an address of its own in the API.</summary>
public abstract record MaasResource : MaasObject
{
    /// <summary>The address of the MAAS it was read from; it goes with the object into CSV, JSON and Clixml.</summary>
    [JsonIgnore]
    public Uri? MaasUrl => Origin?.Url;

    /// <summary>The path of the object, for example /MAAS/api/2.0/machines/4y3h7n/.</summary>
    public string? ResourceUri { get; init; }
}
