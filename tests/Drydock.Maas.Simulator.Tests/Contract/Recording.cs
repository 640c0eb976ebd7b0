using System.Globalization;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>One recorded request of a real MAAS with its answer.</summary>
internal sealed record Recording(int Number, string Label, JsonObject Content)
{
    public string Method => Text("method");

    public string Path => Text("path");

    public string Auth => Text("auth");

    public int Status => Content["status"]!.GetValue<int>();

    public string ContentType => Content["responseHeaders"]?["content-type"]?.GetValue<string>() ?? "";

    public bool Trimmed => Content["trimmed"] is not null;

    /// <summary>Whether a (stand-in) rack controller answered calls then.</summary>
    public bool RackAnswers => Text("rack") == "fake";

    /// <summary>The one request sent as JSON; its body, a name, was not recorded.</summary>
    public bool HasJsonBody => Text("note") == "JSON request body";

    /// <summary>How many octets of an image a request carries; MAAS's answer says whether they were too many.</summary>
    public int Octets => Text("note") == "second chunk of the wrong size" ? 701 : Content["octets"]?.GetValue<int>() ?? 0;

    public JsonNode? Body => Content["responseBody"];

    /// <summary>Whether the answer depends on what machines there are.</summary>
    public bool ConcernsMachines => Path.Contains("/2.0/machines/", StringComparison.Ordinal)
        || Path.Contains("/2.0/nodes/", StringComparison.Ordinal)
        || Path.EndsWith("/installation-results/", StringComparison.Ordinal);

    public IEnumerable<KeyValuePair<string, string>> Query => Pairs(Content["query"]);

    public IEnumerable<KeyValuePair<string, string>>? Form => Content["form"] is { } form ? Pairs(form) : null;

    public static string Folder =>
        Environment.GetEnvironmentVariable("DRYDOCK_MAAS_CONTRACT") ?? System.IO.Path.Combine(RepositoryRoot(), "..", "shared", "contract");

    public static IReadOnlyList<Recording> ReadAll()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "The recordings are not here; DRYDOCK_MAAS_CONTRACT names their folder.");
        return Directory.GetFiles(Folder, "???-*.json").Order(StringComparer.Ordinal).Select(Read).ToArray();
    }

    private static Recording Read(string file)
    {
        var label = System.IO.Path.GetFileNameWithoutExtension(file);
        return new(int.Parse(label[..3], CultureInfo.InvariantCulture), label, JsonNode.Parse(File.ReadAllText(file))!.AsObject());
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JsonNode? node) =>
        (node as JsonObject ?? []).SelectMany(member => member.Value is JsonArray values
            ? values.Select(value => KeyValuePair.Create(member.Key, value!.ToString()))
            : [KeyValuePair.Create(member.Key, member.Value?.ToString() ?? "")]);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Drydock.Maas.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? AppContext.BaseDirectory;
    }

    private string Text(string member) => Content[member]?.GetValue<string>() ?? "";
}
