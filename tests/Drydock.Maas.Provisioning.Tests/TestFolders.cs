namespace Drydock.Maas.Provisioning.Tests;

/// <summary>Where material lies that is not part of the repository.</summary>
internal static class TestFolders
{
    public static string Contract { get; } = Environment.GetEnvironmentVariable("DRYDOCK_MAAS_CONTRACT")
        ?? Path.Combine(Shared, "contract");

    public static string Corpus { get; } = Environment.GetEnvironmentVariable("DRYDOCK_MAAS_CORPUS") ?? Path.Combine(Shared, "corpus");

    /// <summary>The root of the repository.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Drydock.Maas.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        }
    }

    private static string Shared => Path.Combine(Root, "..", "shared");
}
