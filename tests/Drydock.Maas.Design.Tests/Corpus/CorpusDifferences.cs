using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>The table of deliberate differences beside this file.</summary>
internal sealed class CorpusDifferences
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };
    private readonly HashSet<CorpusDifference> _used = [];

    public static CorpusDifferences Table { get; } = new();

    public IReadOnlyList<CorpusDifference> All { get; } = JsonSerializer.Deserialize<List<CorpusDifference>>(
        File.ReadAllText(TablePath()), Options)!;

    /// <summary>Whether a difference is meant; it then counts as used.</summary>
    public bool Allows(string what, string name, string theirs, string ours)
    {
        var found = All.FirstOrDefault(d => d.Covers(what, name, theirs, ours));
        if (found is not null)
            _used.Add(found);
        return found is not null;
    }

    /// <summary>Entries nothing needed so far.</summary>
    public IEnumerable<string> Unused() => All.Where(d => !_used.Contains(d)).Select(d => d.ToString());

    private static string TablePath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "differences.json");
}
