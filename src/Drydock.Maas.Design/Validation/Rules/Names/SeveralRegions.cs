using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>A site has one region. Drydock takes the last it meets, without a word.</summary>
internal sealed class SeveralRegions : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SeveralRegions),
        "DD3111",
        "Regions",
        "A site with nodes has one Region document; of several that of the most specific layer counts, and nothing of the others is used.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Design is { Region: null, Nodes.Count: > 0, Networks.Count: > 0 })
        {
            yield return this.Warning(
                "There is no Region document, so that no SSH keys, tag definitions or package repositories are set up.",
                "Is its file missing? Give it to Import-DrydockDesign too.");
        }

        foreach (var other in site.Design.OtherRegions)
        {
            yield return this.Warning(
                $"Region {other.Name} is not used: region {site.Design.Region!.Name} counts, with its keys, tags and repositories alone.",
                "Leave one Region document, or let the one be layered over the other.",
                other.Reference(),
                site.Design.Region.Reference());
        }
    }
}
