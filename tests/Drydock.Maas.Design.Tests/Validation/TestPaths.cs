namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Where the repository and the material beside it lie.</summary>
internal static class TestPaths
{
    public static string Repository { get; } = FindRepository();

    /// <summary>Designs and sites of others, with what Drydock made of them; may be absent.</summary>
    public static string Corpus { get; } =
        Environment.GetEnvironmentVariable("DRYDOCK_MAAS_CORPUS") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Repository, "..", "shared", "corpus"));

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Drydock.Maas.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the repository.");
        return folder;
    }
}
