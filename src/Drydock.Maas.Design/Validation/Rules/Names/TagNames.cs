using System.Text.RegularExpressions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Tags are ones MAAS takes.</summary>
internal sealed partial class TagNames : IValidationRule
{
    private const string Diagnostic = "Use letters, digits, _ and -, 256 at most.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(TagNames),
        "DD3102",
        "Names of Tags",
        "Tags of nodes and tag definitions are made of at most 256 letters, digits, _ and -.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var nodes =
            from node in site.Nodes
            from tag in node.Tags
            where !Name().IsMatch(tag)
            select this.Error(site.At(node, "metadata", "tags", tag), $"MAAS refuses the tag \"{tag}\" of node {node}.", Diagnostic);
        return nodes.Concat(CheckRegion(site, site.Design.Region));
    }

    private IEnumerable<ValidationFinding> CheckRegion(SiteFacts site, Region? region)
    {
        if (region is null)
            yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in region.TagDefinitions.Select(t => t.Tag))
        {
            if (!Name().IsMatch(tag))
                yield return this.Error($"MAAS refuses the tag \"{tag}\" of the tag definitions.", Diagnostic, site.At(region, "tag_definitions", tag));
            else if (!seen.Add(tag))
                yield return this.Error($"The tag {tag} is defined twice.", "Leave one definition.", site.At(region, "tag_definitions", tag));
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
