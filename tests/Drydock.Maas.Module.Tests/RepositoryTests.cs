using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>The files of the repository, whatever is in them.</summary>
public sealed partial class RepositoryTests
{
    private const int LongestPath = 160;
    private static readonly string[] NotSources = [".git", ".vs", ".idea", "bin", "obj", "out", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];
    private static readonly List<string> Paths = [.. Sources(BuiltModule.Repository)
        .Select(file => Path.GetRelativePath(BuiltModule.Repository, file).Replace(Path.DirectorySeparatorChar, '/'))];

    [Fact]
    public void No_file_holds_a_merge_conflict()
    {
        Assert.Contains("CHANGELOG.md", Paths);
        var held = Paths.SelectMany(path => File.ReadLines(Path.Combine(BuiltModule.Repository, path))
            .Select((line, index) => (Line: line, Place: $"{path}:{index + 1}")).Where(at => Marker().IsMatch(at.Line)).Select(at => at.Place));
        Assert.Empty(held);
    }

    [Theory]
    [InlineData('<', " HEAD")]
    [InlineData('>', " abc123 (a commit)")]
    [InlineData('|', "")]
    public void A_merge_conflict_is_known_by_its_markers(char sign, string rest) => Assert.Matches(Marker(), new string(sign, 7) + rest);

    [Fact]
    public void Every_path_can_be_checked_out_on_Windows()
    {
        Assert.DoesNotContain(Paths, path => Unusable().IsMatch(path) || path.Length > LongestPath);
        Assert.Empty(Paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(f => !NotSources.Contains(Path.GetFileName(f))).SelectMany(Sources));

    [GeneratedRegex(@"^(<{7}|>{7}|\|{7})( |$)")]
    private static partial Regex Marker();

    [GeneratedRegex(@"[<>:""|?*\\\x00-\x1f]|[ .](/|$)|(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Unusable();
}
