using System.Text.Json.Nodes;
using Drydock.Maas.Client.Tests.Fakes;
using Drydock.Maas.Recordings;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>One recorded request of a real MAAS with its answer.</summary>
internal sealed record Recording(int Number, JsonObject Content)
{
    private const string Root = "/MAAS/api/2.0/";

    private static readonly Lazy<IReadOnlyList<RecordedFile>> Files = new(() => RecordedFile.Read(RecordedFile.Folder));

    public string Method => Text("method");

    /// <summary>The path below api/2.0/.</summary>
    public string Path => Text("path") is var path && path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path;

    public string? Operation => Content["query"]?["op"]?.GetValue<string>();

    public int Status => Content["status"]!.GetValue<int>();

    public bool IsJson => ContentType.Contains("json", StringComparison.Ordinal);

    public JsonNode? Body => Content["responseBody"];

    public IEnumerable<string> Query => Pairs(Content["query"]).Order(StringComparer.Ordinal);

    public IEnumerable<string> Form => Pairs(Content["form"]).Order(StringComparer.Ordinal);

    /// <summary>The recorded answer, to be given again.</summary>
    public Answer Answer => Answers.Body(Status, IsJson ? Body?.ToJsonString() ?? "null" : Text("responseBody"), ContentType);

    private string ContentType => Text("responseHeaders", "content-type");

    /// <summary>Those of the folder and the further ones.</summary>
    public static IReadOnlyList<Recording> ReadAll() => [.. Files.Value.Concat(RecordedFile.ReadFurther()).Select(Read)];

    public static Recording Read(int number)
    {
        var file = Files.Value.FirstOrDefault(f => f.Number == number);
        Assert.SkipWhen(file is null, $"Recording {number} is not among those of {RecordedFile.Folder}.");
        return Read(file!);
    }

    private static Recording Read(RecordedFile file) => new(file.Number, file.Parse());

    private static IEnumerable<string> Pairs(JsonNode? node) => (node as JsonObject ?? [])
        .SelectMany(m => m.Value is JsonArray values ? values.Select(v => $"{m.Key}={v}") : [$"{m.Key}={m.Value}"]);

    private string Text(params string[] members) =>
        members.Aggregate((JsonNode?)Content, (node, member) => node?[member])?.GetValue<string>() ?? "";
}
