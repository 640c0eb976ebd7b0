namespace Drydock.Maas.Design.Tests;

/// <summary>Where recorded designs lie, which are not part of the repository.</summary>
internal static class CorpusFolder
{
    /// <summary>A file or folder of the corpus; skips the test where there is none.</summary>
    public static string Find(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("DRYDOCK_MAAS_CORPUS") ?? Path.Combine(Repository(), "..", "shared", "corpus");
        var path = Path.Combine([folder, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"{string.Join('/', parts)} is not here; DRYDOCK_MAAS_CORPUS names the folder of recorded designs.");
        return path;
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Drydock.Maas.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
