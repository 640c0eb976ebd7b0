using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>
/// Chooses the files of a site out of manifest repositories, as pegleg does: global/, type/&lt;site type&gt;/ and site/&lt;name&gt;/.
/// </summary>
public static class SiteRepository
{
    private const string Definition = "site-definition.yaml";

    /// <summary>Names of the sites of a repository: folders below site/ that hold a site definition.</summary>
    public static IReadOnlyList<string> FindSites(string repository)
    {
        var folder = Path.Combine(repository, "site");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, Definition)))
                .Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The files of a site, repository by repository.</summary>
    /// <param name="repositories">The site's repository first, then those its definition names, in order.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="warnings">Takes what deserves attention.</param>
    /// <param name="token">Ends the search.</param>
    /// <exception cref="DesignException">SiteNotFound or SiteDefinitionInvalid.</exception>
    public static IReadOnlyList<string> FindFiles(
        IReadOnlyList<string> repositories, string site, ICollection<DesignProblem> warnings, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(repositories);
        ArgumentNullException.ThrowIfNull(warnings);
        var definition = Path.Combine(repositories[0], "site", site, Definition);
        if (site.Contains("..", StringComparison.Ordinal) || !File.Exists(definition))
            throw NotFound(repositories[0], site);
        var data = ReadDefinition(definition);
        if (data.Find("site_type") is not YamlScalar { IsNull: false } type)
            throw Invalid("The site definition has no data.site_type.", data.Location);
        Compare(data, repositories, warnings);

        string[] shared = ["global", Path.Combine("type", type.Text)];
        // In repositories of 2018 what all revisions share is in common/, and each revision in a folder of its own.
        if (data.Text("revision") is { Length: > 0 } revision
            && repositories.Any(r => shared.Any(s => Directory.Exists(Path.Combine(r, s, revision)))))
            shared = [.. shared.SelectMany(s => new[] { Path.Combine(s, "common"), Path.Combine(s, revision) })];
        var folders = repositories.SelectMany(r => shared.Append(Path.Combine("site", site)).Select(s => Path.Combine(r, s)));
        return [.. folders.Where(Directory.Exists).SelectMany(f => Files(f, token))];
    }


    private static YamlMap ReadDefinition(string file)
    {
        var problems = new List<DesignProblem>();
        var documents = YamlStream.Read(File.ReadAllText(file), file, problems, CancellationToken.None);
        if (problems.Exists(p => p.ErrorId != YamlEntries.Repeated))
            throw new DesignException(problems);
        var definition = documents.OfType<YamlMap>()
            .FirstOrDefault(d => d.Find("schema") is YamlScalar { Text: "pegleg/SiteDefinition/v1" });
        return definition?.Find("data") as YamlMap
            ?? throw Invalid("This is no pegleg/SiteDefinition/v1 document with data.", new() { File = file, Line = 1, Column = 1 });
    }

    // Revisions are the operator's business: he has the repositories checked out as he wants them.
    private static void Compare(YamlMap data, IReadOnlyList<string> repositories, ICollection<DesignProblem> warnings)
    {
        var named = (data.Find("repositories") as YamlMap)?.Entries ?? [];
        if (named.Count <= repositories.Count - 1)
            return;
        warnings.Add(new DesignProblem
        {
            ErrorId = ErrorIds.RepositoryNotGiven,
            Message = $"The site definition names the repositories {string.Join(", ", named.Select(e => e.Key))}; "
                + "give the folders they are checked out in as further paths.",
            Location = data.Location,
        });
    }

    private static IEnumerable<string> Files(string folder, CancellationToken token) => FolderFiles.Find(folder, token)
        .Where(file => Path.GetExtension(file) == ".yaml" && !IsHidden(Path.GetRelativePath(folder, file)))
        .Order(StringComparer.Ordinal);

    private static bool IsHidden(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return parts.Any(part => part.StartsWith('.')) || parts.SkipLast(1).Contains("tools");
    }

    private static DesignException NotFound(string repository, string site)
    {
        var sites = FindSites(repository);
        var those = sites.Count > 0 ? $"its sites are {string.Join(", ", sites)}" : "it has no folder site/ with site definitions";
        return new(new DesignProblem
        {
            ErrorId = ErrorIds.SiteNotFound, Message = $"There is no site {site} in {repository}; {those}.", Document = site,
        });
    }

    private static DesignException Invalid(string message, DocumentLocation location) =>
        new(new DesignProblem { ErrorId = ErrorIds.SiteDefinitionInvalid, Message = message, Location = location });
}
