using System.Management.Automation;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Airship;
using Microsoft.PowerShell.Commands;

namespace Drydock.Maas.Commands.Input;

/// <summary>Files, folders, addresses and texts that a person gave to be read.</summary>
internal sealed class DocumentInputs
{
    private readonly List<string> _paths = [];
    private readonly List<string> _texts = [];
    private readonly List<string> _uris = [];

    /// <summary>Paths and addresses, as found.</summary>
    public List<string> Places => [.. _paths, .. _uris];

    /// <summary>Takes one more; wildcards are resolved unless it is literal.</summary>
    /// <exception cref="MaasException">FileNotFound or NotAFile.</exception>
    public void Add(string path, bool isLiteral, PathIntrinsics session)
    {
        if (!isLiteral && path.Contains('\n', StringComparison.Ordinal))
            _texts.Add(path);
        else if (!isLiteral && DesignDownload.IsUri(path))
            _uris.Add(path);
        else
            _paths.AddRange(isLiteral ? [ResolveLiteral(path, session)] : ResolveWildcards(path, session));
    }

    /// <summary>The files to read, in order.</summary>
    /// <param name="site">The site of a repository of sites; null for files as they are.</param>
    /// <param name="noticed">Takes what was noticed on the way.</param>
    /// <param name="token">Ends the search.</param>
    /// <exception cref="DesignException">The site, or its repository, is not named as it must be.</exception>
    public List<string> FindFiles(string? site, ICollection<DesignProblem> noticed, CancellationToken token)
    {
        if (site is not null)
        {
            return _paths.Count > 0
                ? [.. SiteRepository.FindFiles(_paths, site, noticed, token)]
                : throw MakeException(ErrorIds.SiteNeedsPath, "-Site names a site of a repository; give the repository's folder as -Path.");
        }

        foreach (var folder in _paths.Where(p => SiteRepository.FindSites(p).Count > 0))
        {
            var sites = string.Join(", ", SiteRepository.FindSites(folder));
            throw MakeException(ErrorIds.SiteNotNamed, $"{folder} is a repository of sites. Name one with -Site: {sites}.");
        }

        return [.. _paths.SelectMany(p => DesignFiles.Expand(p, token)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Sources of the files, of what the addresses answer, and of the texts.</summary>
    public async Task<IReadOnlyList<DesignSource>> ReadAsync(IEnumerable<string> files, CancellationToken token)
    {
        var sources = files.Select(DesignSource.FromFile).ToList();
        foreach (var uri in _uris)
            sources.Add(await DesignDownload.ReadAsync(uri, token).ConfigureAwait(false));
        sources.AddRange(_texts.Select((text, i) => DesignSource.FromText(_texts.Count == 1 ? "<text>" : $"<text {i + 1}>", text)));
        return sources;
    }

    private static IEnumerable<string> ResolveWildcards(string path, PathIntrinsics session)
    {
        var found = session.GetResolvedProviderPathFromPSPath(path, out var provider);
        RequireFileSystem(provider, path);
        return found.Count > 0 ? found.Order(StringComparer.Ordinal) : throw NotFound(path);
    }

    private static string ResolveLiteral(string path, PathIntrinsics session)
    {
        var found = session.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        RequireFileSystem(provider, path);
        return File.Exists(found) || Directory.Exists(found) ? found : throw NotFound(path);
    }

    private static void RequireFileSystem(ProviderInfo provider, string path)
    {
        if (provider.ImplementingType != typeof(FileSystemProvider))
            throw new MaasException(ErrorIds.NotAFile, $"{path} is not in the file system, but in {provider.Name}.");
    }

    private static MaasException NotFound(string path) => new(ErrorIds.FileNotFound, $"There is no file or folder {path}.");

    private static DesignException MakeException(string errorId, string message) =>
        new(new DesignProblem { ErrorId = errorId, Message = message });
}
