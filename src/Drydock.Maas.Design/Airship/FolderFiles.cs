namespace Drydock.Maas.Design.Airship;

/// <summary>The files below a folder. Links are followed, but no folder is entered twice, so that links in a circle end.</summary>
internal static class FolderFiles
{
    private const int MostLinks = 40;

    /// <summary>All files at any depth, those behind links last.</summary>
    public static IEnumerable<string> Find(string folder, CancellationToken token)
    {
        var entered = new HashSet<string>(StringComparer.Ordinal);
        var folders = new Stack<string>([folder]);
        var links = new Queue<string>();
        while (folders.TryPop(out var current) || links.TryDequeue(out current))
        {
            token.ThrowIfCancellationRequested();
            if (!entered.Add(Resolve(Path.GetFullPath(current), 0)))
                continue;
            foreach (var file in Directory.EnumerateFiles(current))
                yield return file;
            foreach (var below in new DirectoryInfo(current).EnumerateDirectories())
            {
                if (below.LinkTarget is null)
                    folders.Push(Path.Combine(current, below.Name));
                else
                    links.Enqueue(Path.Combine(current, below.Name));
            }
        }
    }

    /// <summary>The one path of a folder in which no part is a link.</summary>
    private static string Resolve(string path, int links)
    {
        var resolved = Path.GetPathRoot(path)!;
        foreach (var part in path[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            if (links < MostLinks && new DirectoryInfo(resolved).ResolveLinkTarget(returnFinalTarget: true) is { } target)
                resolved = Resolve(Path.GetFullPath(target.FullName), links + 1);
        }

        return resolved;
    }
}
