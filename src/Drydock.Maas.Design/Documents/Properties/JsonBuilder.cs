using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>Puts objects together, leaving out what is not set.</summary>
internal static class JsonBuilder
{
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value)));

    /// <summary>A list, or null for an empty one.</summary>
    public static JsonArray? List<T>(IEnumerable<T>? items, Func<T, JsonNode?> show)
    {
        var list = items?.Select(show).ToArray() ?? [];
        return list.Length > 0 ? new JsonArray(list) : null;
    }

    public static JsonArray? Texts(IEnumerable<string>? items) => List(items, item => JsonValue.Create(item));

    /// <summary>A mapping, or null for an empty one.</summary>
    public static JsonObject? Map<T>(IEnumerable<KeyValuePair<string, T>> items, Func<T, JsonNode?> show)
    {
        var map = new JsonObject(items.Select(item => KeyValuePair.Create(item.Key, show(item.Value))));
        return map.Count > 0 ? map : null;
    }

    public static JsonObject? Texts(IEnumerable<KeyValuePair<string, string>> items) => Map(items, value => JsonValue.Create(value));

    /// <summary>Null when there is nothing in it.</summary>
    public static JsonObject? NotEmpty(JsonObject value) => value.Count > 0 ? value : null;
}
