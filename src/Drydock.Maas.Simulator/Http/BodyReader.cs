using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Reads the parameters of a query or a body, whichever of MAAS's three encodings it has.</summary>
internal static class BodyReader
{
    public static ParameterSet Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty || contentType is null)
            return ParameterSet.Empty;
        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return ReadUrlEncoded(Encoding.UTF8.GetString(body.Span));
        if (contentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return MultipartReader.Read(contentType, body.Span);
        if (contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            return ReadJson(body);
        return ParameterSet.Empty;
    }

    public static ParameterSet ReadUrlEncoded(string text) => new(
        from pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let cut = pair.IndexOf('=', StringComparison.Ordinal)
        select KeyValuePair.Create(Decode(cut < 0 ? pair : pair[..cut]), cut < 0 ? "" : Decode(pair[(cut + 1)..])));

    private static ParameterSet ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) is not JsonObject members ? ParameterSet.Empty : new(members.SelectMany(Flatten))
            {
                IsJson = true,
                EmptyLists = members.Where(member => member.Value is JsonArray { Count: 0 }).Select(member => member.Key).ToHashSet(),
                Booleans = members.Where(member => member.Value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False).Select(member => member.Key).ToHashSet(),
                Nulls = members.Where(member => member.Value is null).Select(member => member.Key).ToHashSet(),
            };
        }
        catch (JsonException)
        {
            throw new ApiException(ApiResponse.BareText(400, "Bad Request"));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(KeyValuePair<string, JsonNode?> member) =>
        member.Value is JsonArray items
            ? items.Select(item => KeyValuePair.Create(member.Key, AsText(item)))
            : [KeyValuePair.Create(member.Key, AsText(member.Value))];

    private static string AsText(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
