using Drydock.Maas.Design.Export;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Bridges are interfaces, so they merge by name; what a child does not say of their settings is inherited.</summary>
public sealed class BridgeInheritanceTests
{
    private const string Parent = """
        interfaces:
          bond0: {device_link: gp, slaves: [eno1, eno2], networks: [mgmt, store]}
          br-mgmt: {slaves: [bond0], bridge: {stp: true, forward_delay: 4}}
          br-store: {slaves: [bond0/store], bridge: {}}
        """;

    [Theory]
    [InlineData("'!br-mgmt': {}", "br-store bond0/store standard, spanning tree off, forward delay 15 s")]
    [InlineData(
        "br-mgmt: {bridge: {type: ovs}}",
        "br-mgmt bond0 ovs, spanning tree on, forward delay 4 s; br-store bond0/store standard, spanning tree off, forward delay 15 s")]
    [InlineData(
        "br-mgmt: {slaves: ['!bond0', bond1], bridge: {stp: false}}",
        "br-mgmt bond1 standard, spanning tree off, forward delay 4 s; br-store bond0/store standard, spanning tree off, forward delay 15 s")]
    [InlineData(
        "br-store: {networks: [store]}",
        "br-mgmt bond0 standard, spanning tree on, forward delay 4 s; br-store bond0/store standard, spanning tree off, forward delay 15 s")]
    public void Bridges_are_inherited_removed_and_changed(string child, string expected) =>
        Assert.Equal(expected, string.Join("; ", Bridges(Inherit(child)).Select(b => $"{b.Name} {string.Join('+', b.Slaves)} {b.Bridge}")));

    [Theory]
    [InlineData("{fd: 4}", "UnknownProperty $.interfaces.br0.bridge.fd")]
    [InlineData("{type: linux}", "InvalidValue $.interfaces.br0.bridge.type")]
    [InlineData("{stp: maybe}", "WrongType $.interfaces.br0.bridge.stp")]
    [InlineData("{forward_delay: fast}", "WrongType $.interfaces.br0.bridge.forward_delay")]
    [InlineData("standard", "WrongType $.interfaces.br0.bridge")]
    public void A_typo_is_an_error_with_its_place(string bridge, string expected)
    {
        var problem = TestDesign.Problem(
            TestDesign.Node("n1", $"interfaces: {{br0: {{slaves: [eno1], bridge: {bridge}}}}}"), TestDesign.Hardware);
        Assert.Equal(expected, $"{problem.ErrorId} {problem.Path}");
        Assert.NotNull(problem.Location);
    }

    [Fact]
    public void A_bridge_says_what_it_stands_on_and_names_no_NIC_but_one_that_no_interface_has()
    {
        var node = Inherit("br-pxe: {device_link: pxe, slaves: [eno3], networks: [pxe], bridge: {}}");
        Assert.Equal(["bond0", "bond0/store", "eno3"], Bridges(node).Select(b => $"{b.BridgedName}/{b.BridgedNetwork}".TrimEnd('/')));
        Assert.Equal(["gp", "gp", "pxe"], Bridges(node).Select(node.GetLinkName));
        Assert.Equal(["eno1", "eno2", "eno3"], node.NicNames);
    }

    [Fact]
    public void A_bridge_survives_the_way_out_and_in_and_another_setting_is_a_difference()
    {
        var options = new ExportOptions { IncludeSecrets = true };
        var site = Inherit("br-mgmt: {}").Site;
        var again = ExampleSite.Read(DesignExporter.ToText(site, options));
        Assert.Empty(DesignComparer.Compare(site, again));
        var difference = Assert.Single(DesignComparer.Compare(site, Inherit("br-mgmt: {bridge: {stp: false}}").Site));
        Assert.Equal(("interfaces.br-mgmt.bridge.stp", "true", "false"), (difference.Property, difference.Before, difference.After));
    }

    private static IEnumerable<NodeInterface> Bridges(DrydockNode node) => node.Interfaces.Where(i => i.Bridge is not null);

    private static DrydockNode Inherit(string interfaces) => TestDesign.Inherit(Parent, $"interfaces: {{{interfaces}}}");
}
