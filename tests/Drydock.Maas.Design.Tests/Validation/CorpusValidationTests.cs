namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Recorded designs and sites get the findings that Drydock's own validation gave them, but for the known differences.</summary>
public sealed class CorpusValidationTests
{
    // Drydock's older ingester reads what it does not understand as nothing, and finds the nothing valid (section 18, 5).
    private static readonly string[] ReadAsNothing = ["invalid_hostProfile2"];

    private static readonly HashSet<string> Codes = [.. DesignValidator.Rules.Take(18).Select(r => r.Code)];

    public static TheoryData<string> Designs =>
        [.. Names("designs", "*.expected.json").Select(n => n.Replace(".expected.json", "", StringComparison.Ordinal))];

    public static TheoryData<string> Sites => [.. Names("sites", "*")];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Designs))]
    public void A_design_gets_Drydock_s_findings(string name)
    {
        var verdict = CorpusVerdict.ReadDesign(name);
        if (Read(verdict) is { } site)
        {
            Assert.False(verdict.IsRefused, "Drydock refused to read it.");
            Compare(verdict, site);
        }
        else
        {
            Assert.True(verdict.IsRefused || verdict.IsAborted || verdict.IsEmpty || IsAmbiguous(verdict) || ReadAsNothing.Contains(name),
                "Drydock read it.");
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Sites))]
    public void A_site_gets_Drydock_s_findings_and_no_error_of_ours(string name)
    {
        var verdict = CorpusVerdict.ReadSite(name);
        var site = Read(verdict)!;
        Compare(verdict, site);
        // The keys of some sites were made unusable before they were published.
        Assert.DoesNotContain(
            Findings(site), f => f.Severity == ValidationSeverity.Error && !Codes.Contains(f.Code) && f.RuleId != "AuthorizedKeys");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Designs))]
    public void A_design_that_stops_Drydock_s_validation_has_an_error_of_ours(string name)
    {
        var verdict = CorpusVerdict.ReadDesign(name);
        if (verdict.IsAborted && Read(verdict) is { } site)
            Assert.Contains(Findings(site), f => f.Severity == ValidationSeverity.Error);
    }

    private static void Compare(CorpusVerdict verdict, SiteDesign site)
    {
        var ours = Findings(site).Where(f => Codes.Contains(f.Code)).SelectMany(ByNode).ToList();
        var theirs = verdict.Findings.Where(t => !TakeEqual(ours, t)).ToList();
        theirs.RemoveAll(t => KnownDifferences.All.Any(d => d.OnlyTheirs(t, site)));
        ours.RemoveAll(o => KnownDifferences.All.Any(d => d.OnlyOurs(o, verdict)));
        Assert.Empty(theirs.Select(t => $"only Drydock's: {t}").Concat(ours.Select(o => $"only ours: {o}")));
    }

    // What we tell once, Drydock tells of every node.
    private static IEnumerable<ValidationFinding> ByNode(ValidationFinding finding) => finding.Nodes.Count == 0
        ? [finding]
        : finding.Nodes.Select(n => finding with { Documents = [new() { Kind = "BaremetalNode", Name = n }] });

    private static bool TakeEqual(List<ValidationFinding> ours, CorpusFinding theirs)
    {
        var index = ours.FindIndex(theirs.Equals);
        if (index >= 0)
            ours.RemoveAt(index);
        return index >= 0;
    }

    private static IReadOnlyList<ValidationFinding> Findings(SiteDesign site) =>
        DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken);

    private static SiteDesign? Read(CorpusVerdict verdict)
    {
        try
        {
            return DesignReader.Read([DesignSource.FromFile(verdict.Design)], null, TestContext.Current.CancellationToken);
        }
        catch (DesignException)
        {
            return null;
        }
    }

    // To Drydock the last of two equal keys counts, without a word (section 18, 5).
    private static bool IsAmbiguous(CorpusVerdict verdict) => Assert.Throws<DesignException>(() =>
        DesignReader.Read([DesignSource.FromFile(verdict.Design)], null, TestContext.Current.CancellationToken)).Problems.All(
            p => p.ErrorId == "DuplicateKey");

    private static IEnumerable<string> Names(string folder, string pattern)
    {
        var path = CorpusFolder.GetPath(folder);
        return Directory.Exists(path)
            ? Directory.GetFileSystemEntries(path, pattern).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)
            : [];
    }
}
