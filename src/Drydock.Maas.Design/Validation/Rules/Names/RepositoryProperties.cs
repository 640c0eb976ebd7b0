using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Documents.Sites;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Package repositories have known properties only; Drydock's schema means to check that and, by a slip in it, does not.</summary>
internal sealed class RepositoryProperties : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RepositoryProperties),
        "DD3108",
        "Properties of Package Repositories",
        "A package repository has no properties but those of Drydock's schema; others are read by nobody.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from region in new[] { site.Design.Region }.OfType<Region>()
        from repository in region.Repositories
        from property in repository.UnknownProperties
        select this.Warning(
            $"Repository {repository.Name} has a property {property.Key}, which nobody reads.",
            Similar(property.Key) is { } similar
                ? $"Is {similar} meant?"
                : $"Take it out; there are {string.Join(", ", SiteReaders.RepositoryProperties)}.",
            region.Reference(property.Value));

    private static string? Similar(string written) =>
        SiteReaders.RepositoryProperties.FirstOrDefault(known => Spelling.IsSimilar(known, written));
}
