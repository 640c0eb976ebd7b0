using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Tag definitions are expressions that MAAS takes.</summary>
internal sealed class TagDefinitions : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(TagDefinitions),
        "DD3109",
        "Definitions of Tags",
        "The definition of a tag is an XPath expression; another is left out.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from region in new[] { site.Design.Region }.OfType<Region>()
        from tag in region.TagDefinitions
        let problem = tag.FindProblem()
        where problem is not null
        select this.Warning(
            $"The definition of tag {tag.Tag} is no XPath: {problem}",
            "MAAS would refuse it, so Set-MaasSiteTag leaves it out. Correct it, or take it out of the region.",
            site.At(region, "tag_definitions", tag.Tag, "definition"));
}
