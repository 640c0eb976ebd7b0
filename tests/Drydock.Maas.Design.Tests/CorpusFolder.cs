namespace Drydock.Maas.Design.Tests;

/// <summary>Where recorded designs are, which are no part of the repository: DRYDOCK_MAAS_CORPUS, or ../shared/corpus beside it.</summary>
internal static class CorpusFolder
{
    public const string Variable = "DRYDOCK_MAAS_CORPUS";

    /// <summary>Whether it is the folder the table of differences was written for.</summary>
    public static bool IsDefault => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static string? Root { get; } = FindRoot();

    public static bool Has(string name) => Root is not null && Directory.Exists(Path.Combine(Root, name));

    /// <summary>A file or folder of the corpus; skips the test where there is no corpus.</summary>
    public static string GetPath(params string[] parts)
    {
        Assert.SkipWhen(Root is null, $"There is no corpus: set {Variable} to its folder.");
        return Path.Combine([Root!, .. parts]);
    }

    /// <summary>A file or folder that a corpus may have; skips the test where it is not there.</summary>
    public static string Find(params string[] parts)
    {
        var path = GetPath(parts);
        Assert.SkipUnless(Path.Exists(path), $"{string.Join('/', parts)} is not in the corpus that {Variable} names.");
        return path;
    }

    private static string? FindRoot()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        var folder = Path.GetFullPath(string.IsNullOrEmpty(given) ? RepositoryFolder.GetPath("..", "shared", "corpus") : given);
        return Directory.Exists(folder) ? folder : null;
    }
}
