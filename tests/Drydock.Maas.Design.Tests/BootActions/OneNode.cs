using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Tests.Support;
using Drydock.Maas.Design.Validation;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>A site of one node, n1, with one boot action, a.</summary>
internal static class OneNode
{
    private static readonly BootActionRenderer Renderer = new();

    public static SiteDesign Site(string action) => TestDesign.Read(Text(action));

    public static string Text(string action) => string.Concat(
        TestDesign.Hardware,
        TestDesign.Document("NetworkLink", "l", "allowed_networks: [pxe, oam]"),
        TestDesign.Document("Network", "pxe", "cidr: 10.1.0.0/24"),
        TestDesign.Document("Network", "oam", "cidr: 10.0.0.0/24\ndns: {domain: example.com}"),
        TestDesign.Document("BaremetalNode", "n1", """
            hardware_profile: generic
            primary_network: oam
            addressing: [{network: pxe, address: dhcp}, {network: oam, address: 10.0.0.5}]
            interfaces:
              p1: {device_link: l, slaves: [eno1], networks: [pxe], sriov: {vf_count: 8, trustedmode: true}}
              p2: {device_link: l, slaves: [eno2], networks: [oam]}
            metadata: {tags: [gpu, a], owner_data: {role: compute}}
            """),
        TestDesign.Document("BootAction", "a", action));

    public static async Task<RenderedAsset> RenderAsync(string asset) => Assert.Single(await RenderAllAsync($"assets:\n  - {asset}"));

    public static async Task<IReadOnlyList<RenderedAsset>> RenderAllAsync(
        string action, HttpMessageHandler? web = null, params string[] skip)
    {
        var renderer = web is null ? Renderer : new BootActionRenderer(new AssetFetcher(web));
        return await renderer.RenderAsync(Site(action).FindNode("n1")!, skip, TestContext.Current.CancellationToken);
    }

    /// <summary>The text of a site's first asset on a node.</summary>
    public static async Task<string> ReadFirstAsync(SiteDesign site, string node) =>
        (await new BootActionRenderer().RenderAsync(site.FindNode(node)!, [], TestContext.Current.CancellationToken))[0].Text!;

    /// <summary>What the rule for templates finds.</summary>
    public static IEnumerable<ValidationFinding> Findings(SiteDesign site) =>
        DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken).Where(f => f.Code == "DD4105");
}
