namespace Drydock.Maas.Design.Tests;

/// <summary>The site in examples/.</summary>
internal static class ExampleSite
{
    public static string Text() => string.Concat(
        Directory.GetFiles(RepositoryFolder.GetPath("examples", "site"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public static SiteDesign Read() => Read(Text());

    public static SiteDesign Read(string text) =>
        DesignReader.Read([DesignSource.FromText("text", text)], null, TestContext.Current.CancellationToken);
}
