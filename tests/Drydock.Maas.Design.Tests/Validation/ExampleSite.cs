namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>The site in examples/.</summary>
internal static class ExampleSite
{
    public static SiteDesign Read()
    {
        var folder = Path.Combine(TestPaths.Repository, "examples", "site");
        var sources = DesignFiles.Expand(folder).Select(DesignSource.FromFile).ToList();
        return DesignReader.Read(sources, null, TestContext.Current.CancellationToken);
    }
}
