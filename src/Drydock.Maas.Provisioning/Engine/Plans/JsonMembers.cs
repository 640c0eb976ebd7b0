using System.Text.Json;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Reads members of saved plans and journals, and says which one is not as it should be.</summary>
internal static class JsonMembers
{
    /// <summary>A member that has to be there.</summary>
    /// <exception cref="JsonException">It is missing.</exception>
    public static JsonElement GetMember(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : throw new JsonException($"{name} is missing.");

    /// <summary>A text that has to be there.</summary>
    /// <exception cref="JsonException">It is missing, empty or no text.</exception>
    public static string GetText(this JsonElement json, string name) =>
        json.GetMember(name) is var member && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text
            ? text
            : throw new JsonException($"{name} is no text, or empty.");

    /// <summary>A text; null when there is none.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static string? FindText(this JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new JsonException($"{name} is no text.");

    /// <summary>The items of a list; none when there is no such member.</summary>
    public static IEnumerable<JsonElement> FindItems(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    /// <summary>Whether something is known; true where nothing is said.</summary>
    public static bool IsKnown(this JsonElement json) => !json.TryGetProperty("isKnown", out var known) || known.GetBoolean();
}
