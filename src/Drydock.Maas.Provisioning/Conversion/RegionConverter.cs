using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Site.Access;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Describes what is the site's own: keys, repositories, tags by hardware.</summary>
internal sealed class RegionConverter(ObservedMaas maas, ConversionFindings findings)
{
    private const string MainArchive = "http://archive.ubuntu.com/ubuntu";
    private const string PortsArchive = "http://ports.ubuntu.com/ubuntu-ports";
    private static readonly string[] Schemes = ["http", "https", "ftp"];
    private static readonly string[] Pockets = ["security", "updates", "backports"];
    private static readonly string[] ArchiveComponents = ["restricted", "universe", "multiverse"];

    /// <summary>The region.</summary>
    /// <param name="name">The name of the site.</param>
    public Region Convert(string name) => new()
    {
        Name = name,
        AuthorizedKeys = [.. maas.Keys.Select(k => ReadKey(k.Key)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        TagDefinitions = [.. maas.Tags.Where(t => !string.IsNullOrWhiteSpace(t.Definition)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(ReadTag).OfType<TagDefinition>()],
        Repositories = [.. maas.Repositories.OrderBy(r => !RepositorySettings.IsDefaultArchive(r.Name)).ThenBy(r => r.Name, StringComparer.Ordinal)
            .Select(ReadRepository).OfType<RepositoryDefinition>()],
    };

    private string? ReadKey(string text)
    {
        if (PublicKey.TryParse(text) is { } key)
            return key.Line;
        findings.AddLeftOut("SshKey", null, $"{text.Split(' ')[0]} is no public key that a design takes", "Add it by hand where it is needed.");
        return null;
    }

    private TagDefinition? ReadTag(Tag tag)
    {
        var definition = new TagDefinition { Tag = tag.Name, DefinitionType = "lshw_xpath", Definition = tag.Definition!.Trim() };
        if (!string.IsNullOrEmpty(tag.KernelOpts))
        {
            findings.AddLeftOut($"Tag {tag.Name}", "kernel_opts", $"it carries the kernel parameters {tag.KernelOpts}, which a design has by host", "Move them to platform.kernel_params of the hosts.");
        }

        if (definition.FindProblem() is not { } problem)
            return definition;
        findings.AddLeftOut($"Tag {tag.Name}", "definition", $"its definition is no XPath ({problem})", "Correct it in MAAS.");
        return null;
    }

    /// <summary>A repository; null for an archive that is as MAAS has it by itself, and for what cannot be told.</summary>
    private RepositoryDefinition? ReadRepository(PackageRepository repository)
    {
        var isArchive = RepositorySettings.IsDefaultArchive(repository.Name);
        if (isArchive && IsUsual(repository))
            return null;
        var resource = $"PackageRepository {repository.Name}";
        if (repository.FullUrl != repository.Url)
        {
            findings.AddSecret(resource, "url", "user and password stand in its address, so that it is left out", "Add it with a substituted address.");
            return null;
        }

        if (!repository.Enabled)
        {
            findings.AddLeftOut(resource, "enabled", "it is switched off, and one of a design is on", "Remove it in MAAS if nobody wants it.");
            return null;
        }

        if (!Uri.TryCreate(repository.FullUrl, UriKind.Absolute, out var url) || !Schemes.Contains(url.Scheme) || url.Host.Length == 0)
        {
            findings.AddLeftOut(resource, "url", $"its address {repository.Url} is none of {string.Join(", ", Schemes)}", "A run leaves it.");
            return null;
        }

        if (repository.DisableSources && !isArchive)
            findings.AddLeftOut(resource, "disable_sources", "its source packages are left out, which a design does not say", "Nothing needs to be done: a run leaves it.");
        return new()
        {
            Name = repository.Name,
            RepositoryType = "apt",
            Url = repository.FullUrl,
            Distributions = [.. repository.Distributions.Order(StringComparer.Ordinal)],
            Subrepositories = [.. Pockets.Except(repository.DisabledPockets)],
            Components = isArchive ? ReadComponents(repository) : [.. repository.Components.Order(StringComparer.Ordinal)],
            Architectures = [.. repository.Arches.Order(StringComparer.Ordinal)],
            GpgKey = RepositorySettings.ReadKey(repository.Key) is { Length: > 0 } key ? key : null,
        };
    }

    /// <summary>None where all are taken.</summary>
    private static IReadOnlyList<string> ReadComponents(PackageRepository archive) =>
        archive.DisabledComponents.Count == 0 ? [] : ["main", .. ArchiveComponents.Except(archive.DisabledComponents)];

    private static bool IsUsual(PackageRepository archive) =>
        archive is { DisabledPockets.Count: 0, DisabledComponents.Count: 0, Distributions.Count: 0, Enabled: true, FullUrl: MainArchive or PortsArchive }
        && string.IsNullOrEmpty(archive.Key);
}
