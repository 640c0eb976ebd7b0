using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Tests.Reference;

/// <summary>A page of the reference (docs/design): its tables of keys and its YAML.</summary>
internal sealed partial class ReferencePage
{
    private ReferencePage(string name, string text)
    {
        Name = name;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        Keys = [.. ReadKeys(lines)];
        Blocks = [.. ReadBlocks(name, lines)];
    }

    /// <summary>The name, without its extension.</summary>
    public string Name { get; }

    /// <summary>The keys that its tables tell of, in order.</summary>
    public IReadOnlyList<ReferenceKey> Keys { get; }

    /// <summary>Its blocks of YAML.</summary>
    public IReadOnlyList<YamlBlock> Blocks { get; }

    /// <summary>All pages of the reference.</summary>
    public static IReadOnlyList<ReferencePage> All() =>
        [.. Directory.GetFiles(RepositoryFolder.GetPath("docs", "design"), "*.md").Order(StringComparer.Ordinal).Select(ReadFile)];

    public static ReferencePage Read(string name) => ReadFile(RepositoryFolder.GetPath("docs", "design", $"{name}.md"));

    public static ReferencePage ReadFile(string file) => new(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));

    public static ReferencePage Parse(string name, string text) => new(name, text);

    private static IEnumerable<ReferenceKey> ReadKeys(string[] lines)
    {
        string? table = null;
        foreach (var (line, index) in lines.Select((l, i) => (l.Trim(), i)))
        {
            var cells = line.StartsWith('|') ? line[1..^1].Split('|').Select(c => c.Trim()).ToArray() : [];
            if (cells.Length == 0)
                table = null;
            else if (table is null)
                table = cells.Length == 4 && cells[1] == "type" && Heading().Match(cells[0]) is { Success: true } heading ? heading.Groups["of"].Value : "-";
            else if (table != "-" && cells.Length == 4 && Key().Match(cells[0]) is { Success: true } key)
                yield return new(table, Placeholder().Replace(key.Groups["path"].Value, "<>"), cells[1], cells[2], cells[3]) { Line = index };
        }
    }

    private static IEnumerable<YamlBlock> ReadBlocks(string page, string[] lines)
    {
        var (section, mark, start) = ("", "", -1);
        for (var i = 0; i < lines.Length; i++)
        {
            if (start >= 0)
            {
                if (lines[i] != "```")
                    continue;
                yield return new(page, section, mark, start + 1, string.Join('\n', lines[start..i]));
                start = -1;
            }
            else if (lines[i] == "```yaml")
            {
                mark = i > 0 && Mark().Match(lines[i - 1]) is { Success: true } found ? found.Groups["site"].Value : "";
                start = i + 1;
            }
            else if (lines[i].StartsWith('#'))
            {
                section = lines[i].Trim('#', ' ');
            }
        }
    }

    [GeneratedRegex("^key( of `(?<of>[^`]+)`)?$")]
    private static partial Regex Heading();

    [GeneratedRegex("^`(?<path>[^`]+)`$")]
    private static partial Regex Key();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^<!-- site: (?<site>[a-z]+) -->$")]
    private static partial Regex Mark();
}

/// <summary>A row of a table of keys.</summary>
/// <param name="Table">What the table is of: a place, or a name that other rows have as their type; empty for the content itself.</param>
/// <param name="Path">The path below that.</param>
/// <param name="Type">The type, in the words of the reference.</param>
/// <param name="Default">The default.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record ReferenceKey(string Table, string Path, string Type, string Default, string Meaning)
{
    /// <summary>The line it stands in, counted from 0.</summary>
    public int Line { get; init; }

    public bool IsRequired => Default == "**required**";
}

/// <summary>A block of YAML.</summary>
/// <param name="Page">The page.</param>
/// <param name="Section">The heading above it.</param>
/// <param name="Site">The site it is marked as; empty for none.</param>
/// <param name="Line">The line it begins at.</param>
/// <param name="Text">Its text.</param>
internal sealed record YamlBlock(string Page, string Section, string Site, int Line, string Text)
{
    public override string ToString() => $"{Page}.md:{Line}";
}
