using System.Text.Json;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Reads members of saved plans and journals, and says which one is not as it should be.</summary>
internal static class JsonMembers
{
    /// <summary>The member of a value that has no more than that.</summary>
    public const string TextValue = "value";

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

    /// <summary>The items of a list that has to be there; an item that is not as it should be is named by its place.</summary>
    /// <exception cref="JsonException">It is missing, or no list, or an item is wrong.</exception>
    public static IReadOnlyList<T> ReadItems<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        var items = new List<T>();
        foreach (var item in GetList(json.GetMember(name), name))
        {
            var place = FormattableString.Invariant($"{name}[{items.Count}]");
            if (item.ValueKind != JsonValueKind.Object)
                throw new JsonException($"{place} is no object.");
            try
            {
                items.Add(read(item));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new JsonException($"{place}{(e.Message.StartsWith("changes[", StringComparison.Ordinal) ? "." : ": ")}{e.Message}", e);
            }
        }

        return items;
    }

    /// <summary>The items of a list; none when there is no such member.</summary>
    /// <exception cref="JsonException">It is no list.</exception>
    public static IEnumerable<JsonElement> FindItems(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) ? GetList(items, name) : [];

    /// <summary>Texts of a list; none when there is no such member.</summary>
    /// <exception cref="JsonException">It is no list, or has an item that is no text.</exception>
    public static IEnumerable<string> FindTexts(this JsonElement json, string name) => json.FindItems(name).Select(
        i => i.ValueKind == JsonValueKind.String ? i.GetString()! : throw new JsonException($"{name} has an item that is no text."));

    /// <summary>A whole number; null when there is none.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static long? FindNumber(this JsonElement json, string name) => !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
        : throw new JsonException($"{name} is no whole number.");

    /// <summary>Values by name; null when there is no such member.</summary>
    /// <exception cref="JsonException">A value is no text.</exception>
    public static ChangeValues? FindValues(this JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var values) || values.ValueKind == JsonValueKind.Null)
            return null;
        if (values.ValueKind != JsonValueKind.Object || values.EnumerateObject().Any(v => v.Value.ValueKind != JsonValueKind.String))
            throw new JsonException($"{name} has a value that is no text.");
        var members = values.EnumerateObject().Select(v => KeyValuePair.Create(v.Name, v.Value.GetString()!)).ToList();
        return members is [(TextValue, var text)] ? ChangeValues.FromText(text) : new(members);
    }

    /// <summary>Whether something is known; true where nothing is said.</summary>
    public static bool IsKnown(this JsonElement json) => !json.TryGetProperty("isKnown", out var known)
        || (known.ValueKind is JsonValueKind.True or JsonValueKind.False ? known.GetBoolean() : throw new JsonException("isKnown is neither true nor false."));

    private static JsonElement.ArrayEnumerator GetList(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : throw new JsonException($"{name} is no list.");
}
