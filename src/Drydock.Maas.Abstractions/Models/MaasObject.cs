using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>Anything MAAS sends as a JSON object.</summary>
public abstract record MaasObject
{
    /// <summary>Members that this module does not know, by their JSON name; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? ExtensionData { get; set; }

    /// <summary>The connection it was read over; null for one that no connection read.</summary>
    [JsonIgnore]
    internal MaasOrigin? Origin { get; set; }
}
