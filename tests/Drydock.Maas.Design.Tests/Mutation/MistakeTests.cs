using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>One mistake in the example site is one finding: it names the cause, at the line of the mistake, and nothing follows it.</summary>
public sealed class MistakeTests
{
    private static readonly Dictionary<string, string> Files = Directory.GetFiles(RepositoryFolder.GetPath("examples", "site"), "*.yaml")
        .ToDictionary(f => Path.GetFileName(f), f => File.ReadAllText(f).ReplaceLineEndings("\n"), StringComparer.Ordinal);

    [Fact]
    public void The_site_is_sound() => Assert.Empty(Told(Files));

    [Fact]
    public void Text_that_is_no_YAML_is_told_with_its_cause() => Check(TextMistakes.All);

    [Fact]
    public void Keys_and_types_are_told_with_what_is_meant() => Check(KeyMistakes.All);

    [Fact]
    public void Names_that_nothing_has_are_told_once() => Check(ReferenceMistakes.All);

    [Fact]
    public void Values_are_told_once() => Check(ValueMistakes.All);

    [Theory]
    [InlineData("networks.yaml", "UnknownNetwork", "There is no Network document at all, but the site refers to oob, pxe, mgmt, storage, tenant.")]
    [InlineData("links.yaml", "UniqueNetworkCheck", "There is no NetworkLink document at all, but interfaces are on pxe, fabric.")]
    [InlineData("profiles.yaml", "UnknownProfile", "There is no HostProfile document at all: is a file missing?")]
    [InlineData("region.yaml", "SeveralRegions", "There is no Region document")]
    [InlineData("bootactions.yaml", "BootactionDefined", "Node control01 (and 7 others) is not in scope for any bootactions.")]
    public void A_missing_file_is_told_as_that(string file, string rule, string says)
    {
        var told = Assert.Single(Told(Files.Where(f => f.Key != file)));
        Assert.Equal(rule, told.Rule);
        Assert.Contains(says, told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("links.yaml", "fabric", "UniqueNetworkCheck", "undefined network link fabric")]
    [InlineData("networks.yaml", "storage", "IpLocalityCheck", "storage is not a valid network")]
    [InlineData("networks.yaml", "pxe", "UnknownNetwork", "pxe is not a valid network")]
    [InlineData("networks.yaml", "mgmt", "IpLocalityCheck", "mgmt is not a valid network")]
    [InlineData("profiles.yaml", "gen4", "UnknownHardwareProfile", "There is no HardwareProfile document at all")]
    [InlineData("profiles.yaml", "base", "UnknownProfile", "The same is true of worker (profiles.yaml:")]
    [InlineData("profiles.yaml", "worker", "UnknownProfile", "inherits from host profile worker, which no document defines")]
    [InlineData("region.yaml", "rack1", "UnknownRack", "is in rack rack1, which no document defines")]
    public void A_missing_document_is_one_finding(string file, string name, string rule, string says)
    {
        var left = Files[file].Split("---\n").Where(d => !d.Contains($"  name: {name}\n", StringComparison.Ordinal));
        var told = Assert.Single(Told(With(file, string.Join("---\n", left))));
        Assert.Equal(rule, told.Rule);
        Assert.Contains(says, told.Text, StringComparison.Ordinal);
    }

    private static void Check(IReadOnlyList<Mistake> mistakes)
    {
        var wrong = mistakes.Select(Fault).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Prepend($"{wrong.Count} of {mistakes.Count}:")));
    }

    /// <summary>What is wrong with what is told of a mistake; null when nothing is.</summary>
    private static string? Fault(Mistake mistake)
    {
        var (text, at) = (Files[mistake.File], Files[mistake.File].IndexOf(mistake.Sound, StringComparison.Ordinal));
        if (at < 0)
            return $"{mistake}: the site has no such text";
        var broken = text[..at] + mistake.Broken + text[(at + mistake.Sound.Length)..];
        var same = text.Zip(broken).TakeWhile(p => p.First == p.Second).Count();
        var place = mistake.Place ?? FormattableString.Invariant($"{mistake.File}:{broken.AsSpan(0, same).Count('\n') + 1}");
        return Told(With(mistake.File, broken)) switch
        {
            [var one] when one.Rule == mistake.Rule && one.Place == place && one.Text.Contains(mistake.Says, StringComparison.Ordinal) => null,
            var told => $"{mistake}\n  at {place}\n{string.Join("\n", told.Select(t => $"  {t.Rule} {t.Place} {t.Text}"))}",
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> With(string file, string text) =>
        Files.Select(f => f.Key == file ? KeyValuePair.Create(file, text) : f);

    /// <summary>Everything that import and validation say, but for what validation says of every site without a connection.</summary>
    private static List<(string Rule, string Place, string Text)> Told(IEnumerable<KeyValuePair<string, string>> files)
    {
        var sources = files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => DesignSource.FromText(f.Key, f.Value)).ToList();
        try
        {
            var site = DesignReader.Read(sources, null, TestContext.Current.CancellationToken);
            return
            [
                .. site.Warnings.Select(Of),
                .. DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken)
                    .Where(f => f.RuleId != "PlatformSelection").Select(f => (f.RuleId, f.Place, $"{f.Message} {f.Diagnostic}")),
            ];
        }
        catch (DesignException e)
        {
            return [.. e.Problems.Select(Of)];
        }
    }

    private static (string Rule, string Place, string Text) Of(DesignProblem problem) =>
        (problem.ErrorId, FormattableString.Invariant($"{problem.Location?.File}:{problem.Location?.Line}"), problem.Message);
}
