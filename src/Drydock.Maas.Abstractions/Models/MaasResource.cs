using System.Text.Json;
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

/// <summary>Anything MAAS sends as a JSON object.</summary>
public abstract record MaasObject
{
    /// <summary>Members that this module does not know, by their JSON name; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set => field = value is null ? null : new UnknownMembers(value); }

    /// <summary>The connection it was read over; null for one that no connection read.</summary>
    [JsonIgnore]
    internal MaasOrigin? Origin { get; set; }
}

/// <summary>Members by name, whose text is theirs; JSON is read into it, which <see cref="TextMap{T}"/> would refuse.</summary>
internal sealed class UnknownMembers(IDictionary<string, JsonElement> members) : Dictionary<string, JsonElement>(members)
{
    /// <summary>Names and values.</summary>
    public override string ToString() => string.Join("; ", this.Select(member => $"{member.Key}={member.Value}"));
}

/// <summary>The connection that objects were read over. Two readings of the same are equal, whoever read them.</summary>
/// <param name="url">The server's address.</param>
internal class MaasOrigin(Uri url) : IEquatable<MaasOrigin>
{
    public Uri Url => url;

    public bool Equals(MaasOrigin? other) => other is not null;

    public override bool Equals(object? obj) => obj is MaasOrigin;

    public override int GetHashCode() => 0;
}
