using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Http;

/// <summary>One answer: status, content type, body and further headers.</summary>
internal sealed record ApiResponse(int Status, string ContentType)
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string BareJsonType = "application/json";
    public const string TextType = "text/plain; charset=utf-8";
    public const string BareTextType = "text/plain";
    public const string HtmlType = "text/html; charset=utf-8";

    private const string ConflictPage =
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\" lang=\"en\">\n  <head>\n"
        + "    <title>Error: Conflict Error</title>\n  </head>\n  <body>\n    <h2 class=\"p-heading--four\">\n"
        + "      Conflict error. Try your request again, as it will most likely succeed.\n    </h2>\n  </body>\n</html>\n";

    private static readonly byte[] Opening = "[\n"u8.ToArray();
    private static readonly byte[] Separator = ",\n"u8.ToArray();
    private static readonly byte[] Closing = "\n]"u8.ToArray();
    private static readonly byte[] Empty = "[]"u8.ToArray();

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The whole body; a body of parts is put together for whoever asks.</summary>
    public ReadOnlyMemory<byte> Body { get => Parts is null ? field : Join(Parts); init; }

    /// <summary>A long body, made while it is sent; null for one that is there at once.</summary>
    public IEnumerable<ReadOnlyMemory<byte>>? Parts { get; init; }

    public long Length => Body.Length;

    /// <summary>Whether MAAS raised it as an error, which takes back all that the request wrote; plain answers of its framework are none.</summary>
    public bool IsRolledBack => Status >= 400 && Status != 405 && ContentType != BareTextType;

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    public static ApiResponse Json(JsonNode? node, int status = 200) =>
        new(status, JsonType) { Body = Bytes(node) };

    /// <summary>A list of which each item is rendered when its turn comes to be sent, so that no list is ever held as a whole.</summary>
    public static ApiResponse JsonList<T>(object gate, IReadOnlyList<T> items, Func<T, JsonNode?> render) =>
        new(200, JsonType) { Parts = JsonParts(gate, items, render) };

    /// <summary>JSON without a charset: what MAAS sends for plain values and for errors found below its forms.</summary>
    public static ApiResponse BareJson(JsonNode? node, int status = 200) => Json(node, status) with { ContentType = BareJsonType };

    public static ApiResponse Text(int status, string text) => new(status, TextType) { Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>Text without a charset: "OK", "Forbidden", and what MAAS says of missing objects.</summary>
    public static ApiResponse BareText(int status, string text) => Text(status, text) with { ContentType = BareTextType };

    public static ApiResponse NoContent() => BareText(204, "");

    public static ApiResponse NotFound(string text) => BareText(404, text);

    /// <summary>404 in MAAS's words for an object of that kind.</summary>
    public static ApiResponse NoMatch(string kind) => NotFound($"No {kind} matches the given query.");

    /// <summary>Wrong state: 409 in plain text, without Retry-After.</summary>
    public static ApiResponse Conflict(string text) => Text(409, text);

    /// <summary>What MAAS makes of a failed database transaction.</summary>
    public static ApiResponse DatabaseConflict() =>
        new(409, HtmlType) { Body = Encoding.UTF8.GetBytes(ConflictPage), Headers = Header("Retry-After", "5") };

    /// <summary>The page of a reverse proxy before MAAS.</summary>
    public static ApiResponse CreateGatewayError(int status, string text)
    {
        var title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{status} {System.Net.WebUtility.HtmlEncode(text)}");
        return new(status, "text/html")
        {
            Body = Encoding.UTF8.GetBytes($"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>\r\n"),
        };
    }

    /// <summary>503 of a rack controller that cannot be reached.</summary>
    public static ApiResponse Unavailable(string text) => Text(503, text) with { Headers = Header("Retry-After", "10") };

    public static ApiResponse Invalid(string field, params string[] messages) => Invalid((field, messages));

    /// <summary>400 with a JSON object of field (or <c>__all__</c>) to texts.</summary>
    public static ApiResponse Invalid(params (string Field, string[] Messages)[] errors) => Plain(Json(Errors(errors), 400));

    /// <summary>The same found below the form, which MAAS sends without a charset.</summary>
    public static ApiResponse BareInvalid(string field, params string[] messages) => Plain(BareJson(Errors((field, messages)), 400));

    public static ApiResponse Unauthorized() => BareText(401, "Forbidden");

    public static ApiResponse AdminOnly() => Text(403, "This method is reserved for admin users.");

    public static ApiResponse Forbidden(string text = "") => Text(403, text);

    public static ApiResponse MethodNotAllowed(IEnumerable<string> allowed) =>
        new(405, HtmlType) { Headers = Header("Allow", string.Join(", ", allowed)) };

    public static ImmutableDictionary<string, string> Header(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(name, value);

    /// <summary>Errors are written in ASCII, unlike other answers.</summary>
    private static ApiResponse Plain(ApiResponse answer)
    {
        var text = answer.BodyText;
        if (text.All(char.IsAscii))
            return answer;
        var plain = string.Concat(text.Select(letter => char.IsAscii(letter) ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")));
        return answer with { Body = Encoding.UTF8.GetBytes(plain) };
    }

    private static JsonObject Errors(params (string Field, string[] Messages)[] errors)
    {
        var body = new JsonObject();
        foreach (var (field, messages) in errors)
            body[field] = new JsonArray(messages.Select(message => (JsonNode?)message).ToArray());
        return body;
    }

    private static byte[] Bytes(JsonNode? node) => node is null ? "null"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(node, Indented);

    private static IEnumerable<ReadOnlyMemory<byte>> JsonParts<T>(object gate, IReadOnlyList<T> items, Func<T, JsonNode?> render)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return i == 0 ? Opening : Separator;
            byte[] item;
            lock (gate)
                item = Bytes(render(items[i]));
            yield return item;
        }

        yield return items.Count == 0 ? Empty : Closing;
    }

    private static byte[] Join(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var whole = new MemoryStream();
        foreach (var part in parts)
            whole.Write(part.Span);
        return whole.ToArray();
    }
}
