using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>Who follows docs/architecture.md, the glossary or CONTRIBUTING finds what they name.</summary>
public sealed partial class ArchitectureDocumentTests
{
    private static readonly string Architecture = Read("docs/architecture.md");

    [Fact]
    public void Every_folder_of_the_tree_is_there()
    {
        var folders = ReadTree().ToList();
        Assert.True(folders.Count > 50, $"Only {folders.Count} folders were found; the tree is not written as this test reads it.");
        Assert.All(folders, f => Assert.True(Directory.Exists(Path.Combine(BuiltModule.Repository, f)), f));
    }

    [Fact]
    public void Every_first_folder_of_a_project_is_in_the_tree()
    {
        var told = ReadTree().Select(f => string.Join('/', f.Split('/').Take(3))).ToHashSet();
        Assert.Empty(
            from project in told.Select(f => string.Join('/', f.Split('/').Take(2))).Distinct()
            from folder in Directory.EnumerateDirectories(Path.Combine(BuiltModule.Repository, project))
            let name = $"{project}/{Path.GetFileName(folder)}"
            where !name.EndsWith("/obj", StringComparison.Ordinal) && !name.EndsWith("/bin", StringComparison.Ordinal) && !told.Contains(name)
            select name);
    }

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/glossary.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_name_of_the_code_is_one(string document)
    {
        var words = ReadSources().SelectMany(s => Word().Matches(s)).Select(m => m.Value).ToHashSet();
        Assert.Empty(
            from Match name in CodeName().Matches(Read(document))
            from part in name.Groups[1].Value.Split('.')
            where !words.Contains(part)
            select name.Value);
    }

    // "src/Project", and below it lines of folders, parted by blanks, until two blanks begin what they hold.
    private static IEnumerable<string> ReadTree()
    {
        var project = "";
        foreach (var line in Architecture.Split('\n').SkipWhile(l => !l.StartsWith("src/", StringComparison.Ordinal)).TakeWhile(l => l != "```"))
        {
            if (line[0] != ' ')
                project = line.Split(' ')[0];
            else if (project.StartsWith("src/", StringComparison.Ordinal) && line.Contains('/') && !line.StartsWith("  the root", StringComparison.Ordinal))
            {
                foreach (var folder in line.Trim().Split("   ")[0].Replace("  ", " ").Split(' ').Where(f => f.Contains('/')))
                    yield return $"{project}/{folder.TrimEnd('/')}";
            }
        }
    }

    private static IEnumerable<string> ReadSources() =>
        from root in (string[])["src", "tests"]
        from source in Directory.EnumerateFiles(Path.Combine(BuiltModule.Repository, root), "*.cs", SearchOption.AllDirectories)
        where !source.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        where !source.EndsWith("ArchitectureDocumentTests.cs", StringComparison.Ordinal)
        select File.ReadAllText(source);

    private static string Read(string document) => File.ReadAllText(Path.Combine(BuiltModule.Repository, document));

    [GeneratedRegex(@"`([A-Z]\w*[a-z]\w*(?:\.[A-Z]\w+)*)`")]
    private static partial Regex CodeName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
