namespace Drydock.Maas.Design.Tests;

/// <summary>The repository the tests were built in.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string GetPath(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Drydock.Maas.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        return folder.FullName;
    }
}
