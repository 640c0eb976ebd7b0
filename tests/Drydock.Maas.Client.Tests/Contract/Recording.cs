using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>One recorded request of a real MAAS with its answer.</summary>
internal sealed record Recording(int Number, JsonObject Content)
{
    private const string Root = "/MAAS/api/2.0/";

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

    private static string Folder =>
        Environment.GetEnvironmentVariable("DRYDOCK_MAAS_CONTRACT") ?? System.IO.Path.Combine(RepositoryRoot(), "..", "shared", "contract");

    public static IReadOnlyList<Recording> ReadAll() => [.. Files("???").Select(Read)];

    public static Recording Read(int number)
    {
        var files = Files(number.ToString("D3", CultureInfo.InvariantCulture));
        Assert.SkipWhen(files.Length == 0, $"Recording {number} is not here.");
        return Read(files[0]);
    }

    private static Recording Read(string file)
    {
        var number = System.IO.Path.GetFileName(file)[..3];
        return new(int.Parse(number, CultureInfo.InvariantCulture), JsonNode.Parse(File.ReadAllText(file))!.AsObject());
    }

    private static string[] Files(string number)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The recordings are not here; DRYDOCK_MAAS_CONTRACT names their folder.");
        return [.. Directory.GetFiles(Folder, $"{number}-*.json").Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Pairs(JsonNode? node) => (node as JsonObject ?? [])
        .SelectMany(m => m.Value is JsonArray values ? values.Select(v => $"{m.Key}={v}") : [$"{m.Key}={m.Value}"]);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Drydock.Maas.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? AppContext.BaseDirectory;
    }

    private string Text(params string[] members) =>
        members.Aggregate((JsonNode?)Content, (node, member) => node?[member])?.GetValue<string>() ?? "";
}
