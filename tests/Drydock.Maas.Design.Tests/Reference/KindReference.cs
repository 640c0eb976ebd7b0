using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Tests.Reference;

/// <summary>What the reference tells of one kind of document.</summary>
internal static partial class KindReference
{
    /// <summary>Tables that are no place of their own: rows name them as their type.</summary>
    private static readonly string[] Parts = ["filesystem", "partition"];

    private static readonly string[] Sections = ["interfaces", "storage", "out-of-band"];

    /// <summary>The pages of a kind: its own, and for hosts those of the sections that both have.</summary>
    public static IReadOnlyList<string> PagesOf(string kind) => kind switch
    {
        "HostProfile" => ["HostProfile", .. Sections],
        "BaremetalNode" => ["BaremetalNode", "HostProfile", .. Sections],
        _ => [kind],
    };

    /// <summary>All keys by their path from the content, in the words of the pages.</summary>
    public static IReadOnlyDictionary<string, ReferenceKey> Read(string kind) => Read([.. PagesOf(kind).Select(ReferencePage.Read)]);

    public static IReadOnlyDictionary<string, ReferenceKey> Read(IReadOnlyList<ReferencePage> pages)
    {
        var rows = pages.SelectMany(p => p.Keys).ToList();
        return rows.Where(r => !Parts.Contains(r.Table)).SelectMany(r => Expand(r, r.Table.Length == 0 ? r.Path : $"{Place(r.Table)}.{r.Path}", rows))
            .ToDictionary(k => k.Path, k => k.Key, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Path, ReferenceKey Key)> Expand(ReferenceKey row, string path, List<ReferenceKey> rows)
    {
        yield return (path, row);
        if (Part().Match(row.Type) is not { Success: true } part || !Parts.Contains(part.Groups["name"].Value))
            yield break;
        var below = part.Groups["list"].Success ? $"{path}[]" : path;
        foreach (var inner in rows.Where(r => r.Table == part.Groups["name"].Value).SelectMany(r => Expand(r, $"{below}.{r.Path}", rows)))
            yield return inner;
    }

    private static string Place(string table) => Placeholder().Replace(table, "<>");

    [GeneratedRegex("^(?<list>list of )?`(?<name>[a-z]+)`$")]
    private static partial Regex Part();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Placeholder();
}
