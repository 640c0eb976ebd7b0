namespace Drydock.Maas.Design.Tests;

/// <summary>The site in examples/.</summary>
internal static class ExampleSite
{
    public static string Text() => string.Concat(Directory.GetFiles(Folder(), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public static SiteDesign Read() => Read(Text());

    public static SiteDesign Read(string text) => DesignReader.Read([DesignSource.FromText("text", text)], null, TestContext.Current.CancellationToken);

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "examples", "site")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        return Path.Combine(folder.FullName, "examples", "site");
    }
}
