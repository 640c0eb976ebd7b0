using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>
/// Every design of the corpus gets Drydock's verdict and compiles to Drydock's effective site, but for the table of differences.
/// </summary>
public sealed class CorpusDesignTests
{
    public static TheoryData<string> Designs => new(CorpusCase.DesignNames.DefaultIfEmpty(""));

    public static TheoryData<string> Sites => new(CorpusCase.SiteNames.DefaultIfEmpty(""));

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_design_is_accepted_or_refused_as_Drydock_does(string name)
    {
        Assert.SkipWhen(name.Length == 0, $"There are no designs: set {CorpusFolder.Variable} to the corpus.");
        AssertNone(VerdictDifferences(CorpusCase.Design(name)));
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_design_compiles_to_Drydocks_effective_site(string name)
    {
        Assert.SkipWhen(name.Length == 0, $"There are no designs: set {CorpusFolder.Variable} to the corpus.");
        AssertNone(EffectiveDifferences(CorpusCase.Design(name)));
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_rendered_site_compiles_to_Drydocks_effective_site(string name)
    {
        Assert.SkipWhen(name.Length == 0, $"There are no sites: set {CorpusFolder.Variable} to the corpus.");
        var site = CorpusCase.Site(name);
        Assert.Empty(site.Read().Problems);
        AssertNone(EffectiveDifferences(site));
    }

    [Fact]
    public void Every_entry_of_the_table_is_needed()
    {
        Assert.SkipUnless(CorpusFolder.IsDefault && CorpusFolder.Root is not null, "The table belongs to the shared corpus.");
        foreach (var design in CorpusCase.DesignNames.Select(CorpusCase.Design))
            AssertNone([.. VerdictDifferences(design), .. EffectiveDifferences(design)]);
        foreach (var site in CorpusCase.SiteNames.Select(CorpusCase.Site))
            AssertNone(EffectiveDifferences(site));
        Assert.Empty(CorpusDifferences.Table.Unused());
    }

    private static void AssertNone(List<string> differences) =>
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));

    private static List<string> VerdictDifferences(CorpusCase design) => Remaining(
        design, JsonComparison.Compare(CorpusVerdict.Drydocks(design.Expected), CorpusVerdict.Ours(design.Read()), "ingest"));

    private static List<string> EffectiveDifferences(CorpusCase design) =>
        design.Read().Site is { } site && design.Effective is JsonObject effective
        ? Remaining(design, JsonComparison.Compare(effective, EffectiveSite.Of(site)))
        : [];

    private static List<string> Remaining(CorpusCase design, IEnumerable<(string Path, string Theirs, string Ours)> differences) =>
    [
        .. differences.Where(d => !CorpusDifferences.Table.Allows(d.Path, design.Name, d.Theirs, d.Ours))
            .Select(d => $"{d.Path}: Drydock {d.Theirs}, ours {d.Ours}"),
    ];
}
