using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Package repositories are at addresses MAAS can fetch from.</summary>
internal sealed class RepositoryUrls : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RepositoryUrls), "DD3106", "Package Repositories", "The URL of a package repository is an absolute http, https or ftp URL.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Design.Region is not { } region
        ? []
        : region.Repositories.Where(r => !IsUrl(r.Url)).Select(r => this.Error(
            $"The URL \"{r.Url}\" of repository {r.Name} is no address of a server.",
            "Write an absolute http or https URL.",
            site.At(region, "repositories", r.Name, "url")));

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "ftp" && url.Host.Length > 0;
}
