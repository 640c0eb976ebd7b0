using System.Runtime.CompilerServices;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Where the shared corpus is: DRYDOCK_MAAS_CORPUS, or ../shared/corpus beside the repository.</summary>
internal static class CorpusFolder
{
    public const string Variable = "DRYDOCK_MAAS_CORPUS";

    /// <summary>Whether it is the folder the table of differences was written for.</summary>
    public static bool IsDefault => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static string? Root { get; } = Find();

    public static bool Has(string name) => Root is not null && Directory.Exists(Path.Combine(Root, name));

    public static string PathOf(params string[] parts)
    {
        Assert.SkipWhen(Root is null, $"There is no corpus: set {Variable} to its folder.");
        return Path.Combine([Root!, .. parts]);
    }

    private static string? Find([CallerFilePath] string here = "")
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(given))
            return Directory.Exists(given) ? Path.GetFullPath(given) : null;
        var repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
        var shared = Path.GetFullPath(Path.Combine(repository, "..", "shared", "corpus"));
        return Directory.Exists(shared) ? shared : null;
    }
}
