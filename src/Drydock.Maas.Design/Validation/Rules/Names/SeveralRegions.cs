namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>A site has one region. Drydock takes the last it meets, without a word.</summary>
internal sealed class SeveralRegions : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SeveralRegions),
        "DD3111",
        "Regions",
        "A site has one Region document; of several that of the most specific layer counts, and nothing of the others is used.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from other in site.Design.OtherRegions
        select this.Warning(
            $"Region {other.Name} is not used: region {site.Design.Region!.Name} counts, with its keys, tags and repositories alone.",
            "Leave one Region document, or let the one be layered over the other.",
            other.Reference(),
            site.Design.Region.Reference());
}
