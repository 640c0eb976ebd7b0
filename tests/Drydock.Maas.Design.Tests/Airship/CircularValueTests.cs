using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design.Tests.Airship;

/// <summary>Values that substitution puts into themselves.</summary>
public sealed class CircularValueTests
{
    private const string Site = """
        schema: deckhand/LayeringPolicy/v1
        metadata: { schema: metadata/Control/v1, name: policy }
        data: { layerOrder: [ site ] }
        ---
        schema: ex/Kind/v1
        metadata: { schema: metadata/Document/v1, name: s, storagePolicy: cleartext, layeringDefinition: { layer: site } }
        data: { v: { m: { n: { o: 1 } } } }
        ---
        schema: drydock/Network/v1
        metadata:
          schema: metadata/Document/v1
          name: d
          storagePolicy: cleartext
          layeringDefinition: { layer: site }
          substitutions: [ { src: { schema: ex/Kind/v1, name: s, path: .v }, dest: PLACES } ]
        data: { k: {} }

        """;

    [Theory]
    [InlineData("[ { path: .x }, { path: .x.m.n.again } ]")]
    [InlineData("{ path: ..k }")]
    public void They_are_an_error_and_no_crash(string places)
    {
        var text = Site.Replace("PLACES", places, StringComparison.Ordinal).Replace(
            "{ v: { m", places.Contains("..k", StringComparison.Ordinal) ? "{ v: { k: 0, m" : "{ v: { m", StringComparison.Ordinal);
        foreach (var read in new Action<DesignSource>[] { Render, Import })
            Assert.All(
                Assert.Throws<DesignException>(() => read(DesignSource.FromText("a", text))).Problems, p => Assert.NotNull(p.Location));
    }

    private static void Render(DesignSource source) =>
        AirshipReader.Render([source], new DesignOptions(), [], TestContext.Current.CancellationToken);

    private static void Import(DesignSource source) => DesignReader.Read([source], null, TestContext.Current.CancellationToken);
}
