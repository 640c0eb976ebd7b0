using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Recordings;

/// <summary>One recorded request of a real MAAS with its answer, as text; README.md beside this file says what is in it.</summary>
internal sealed partial record RecordedFile(int Number, string Name, string Text)
{
    public const string Variable = "DRYDOCK_MAAS_CONTRACT";

    private const string Whole = "maas-3.4.10.jsonl";

    /// <summary>The recordings of this repository.</summary>
    public static string RepositoryFolder { get; } = Path.Combine(RepositoryRoot(), "tests", "Recordings");

    /// <summary>The folder that DRYDOCK_MAAS_CONTRACT names, or that of this repository.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : RepositoryFolder;

    /// <summary>By number; a folder has one file a recording, called by number and name, or all of them as lines of one file.</summary>
    public static IReadOnlyList<RecordedFile> Read(string folder)
    {
        var lines = Path.Combine(folder, Whole);
        var recordings = File.Exists(lines) ? File.ReadLines(lines).Select(ReadLine) : Directory.GetFiles(folder, "*.json").SelectMany(ReadFile);
        return [.. recordings.OrderBy(r => r.Number).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>Further recordings of a version, which begin from other sites: <c>more</c> or <c>asked</c>.</summary>
    public static IReadOnlyList<RecordedFile> ReadFurther(string set = "more", string version = "3.4.10") =>
        [.. File.ReadLines(Path.Combine(RepositoryFolder, $"maas-{version}-{set}.jsonl")).Select(ReadLine)];

    /// <summary>What the server held before the further recordings, each with the numbers of the recordings before which it held that.</summary>
    public static IEnumerable<JsonObject> ReadSites(string set = "more", string version = "3.4.10") =>
        File.ReadLines(Path.Combine(RepositoryFolder, $"maas-{version}-{set}-sites.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject());

    /// <summary>Read anew for each test: a tree of JSON is not to be shared by threads.</summary>
    public JsonObject Parse() => JsonNode.Parse(Text)!.AsObject();

    private static RecordedFile ReadLine(string line)
    {
        var content = JsonNode.Parse(line)!;
        return new(content["number"]!.GetValue<int>(), content["name"]!.GetValue<string>(), line);
    }

    private static IEnumerable<RecordedFile> ReadFile(string file)
    {
        var name = Numbered().Match(Path.GetFileNameWithoutExtension(file));
        if (name.Success)
            yield return new(int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture), name.Groups[2].Value, File.ReadAllText(file));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Drydock.Maas.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        return folder.FullName;
    }

    [GeneratedRegex("^([0-9]{1,6})-(.*)$")]
    private static partial Regex Numbered();
}
