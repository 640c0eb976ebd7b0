using System.Text.Json.Nodes;
using Drydock.Maas.Recordings;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>One recorded request of a real MAAS with its answer.</summary>
internal sealed record Recording(int Number, string Label, JsonObject Content)
{
    /// <summary>What the request is called, without its number.</summary>
    public string Name => Label[(Label.IndexOf('-', StringComparison.Ordinal) + 1)..];

    public string Method => Text("method");

    public string Path => Text("path");

    public string Auth => Text("auth");

    public int Status => Content["status"]!.GetValue<int>();

    public string ContentType => Content["responseHeaders"]?["content-type"]?.GetValue<string>() ?? "";

    /// <summary>What a machine or its controller did in between, or what is strange about the request.</summary>
    public string Note => Text("note");

    /// <summary>Whether only those members of an answer are kept that tell something.</summary>
    public bool Partial => Content["partial"] is not null;

    public bool Trimmed => Content["trimmed"] is not null;

    /// <summary>Whether a (stand-in) rack controller answered calls then.</summary>
    public bool RackAnswers => Text("rack") == "fake";

    /// <summary>The body of a request sent as JSON; where it was not recorded it was a name, which stands in the answer.</summary>
    public string? JsonBody => Text("note") != "JSON request body" ? null
        : Content["requestBody"]?.GetValue<string>() ?? new JsonObject { ["name"] = (Body as JsonObject)?["name"]?.DeepClone() }.ToJsonString();

    /// <summary>The parts of a multipart form that are files, with their names and texts.</summary>
    public IEnumerable<(string Part, string FileName, string Text)> Files => (Content["files"] as JsonObject ?? [])
        .Select(file => (file.Key, file.Value!["filename"]!.GetValue<string>(), file.Value["content"]!.GetValue<string>()));

    /// <summary>The octets of an image a request carries; where they were not kept, MAAS's answer says they were too many.</summary>
    public byte[]? Chunk =>
        Content["requestBodyBase64"] is { } text ? Convert.FromBase64String(text.GetValue<string>())
        : Text("note") == "second chunk of the wrong size" ? new byte[701] : null;

    public JsonNode? Body => Content["responseBody"];

    /// <summary>Whether the answer depends on what machines there are.</summary>
    public bool ConcernsMachines => Path.Contains("/2.0/machines/", StringComparison.Ordinal)
        || Path.Contains("/2.0/nodes/", StringComparison.Ordinal)
        || Path.EndsWith("/installation-results/", StringComparison.Ordinal);

    public IEnumerable<KeyValuePair<string, string>> Query => Pairs(Content["query"]);

    public IEnumerable<KeyValuePair<string, string>>? Form => Content["form"] is { } form ? Pairs(form) : null;

    /// <summary>Method, path and operation, in one line.</summary>
    public string Request => Query.Concat(Form ?? []).FirstOrDefault(pair => pair.Key == "op").Value is { } op
        ? $"{Method} {Path}?op={op}"
        : $"{Method} {Path}";

    public static IReadOnlyList<Recording> ReadAll() => ReadFrom(RecordedFile.Folder);

    public static IReadOnlyList<Recording> ReadFrom(string folder) =>
        [.. RecordedFile.Read(folder).Select(file => new Recording(file.Number, $"{file.Number:D3}-{file.Name}", file.Parse()))];

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JsonNode? node) =>
        (node as JsonObject ?? []).SelectMany(member => member.Value is JsonArray values
            ? values.Select(value => KeyValuePair.Create(member.Key, value!.ToString()))
            : [KeyValuePair.Create(member.Key, member.Value?.ToString() ?? "")]);

    private string Text(string member) => Content[member]?.GetValue<string>() ?? "";
}
