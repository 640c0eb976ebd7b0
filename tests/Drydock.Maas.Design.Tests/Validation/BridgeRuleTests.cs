namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Bridges of a node are ones that MAAS and Linux can make.</summary>
public sealed class BridgeRuleTests
{
    private const string Interfaces = "    bond0: {device_link: trunk";

    [Theory]
    [InlineData("br0: {slaves: [bond0], bridge: {}}")]
    [InlineData("br0: {slaves: [bond0/store], bridge: {}}")]
    [InlineData("br0: {slaves: [bond0], networks: [mgmt, store], bridge: {stp: true, forward_delay: 2}}")]
    [InlineData("br0: {slaves: [bond0], bridge: {}}\n    br1: {slaves: [bond0/store], networks: [store], bridge: {forward_delay: 0}}")]
    public void A_bridge_is_sound(string bridges)
    {
        var findings = Bridged(bridges);
        Assert.DoesNotContain(findings, f => f.Severity == ValidationSeverity.Error);
        findings.FoundNothing("AddressWithoutInterface");
    }

    [Theory]
    [InlineData("br0: {slaves: [], bridge: {}}", "Bridge br0 of node node1 has 0 slaves.")]
    [InlineData("br0: {slaves: [bond0, pxe], bridge: {}}", "Bridge br0 of node node1 has 2 slaves.")]
    [InlineData("br0: {slaves: [br0], bridge: {}}", "Bridge br0 of node node1 stands on itself.")]
    [InlineData("br0: {slaves: [bond0], bridge: {}}\n    br1: {slaves: [br0], bridge: {}}", "Bridge br1 of node node1 stands on br0, which is a bridge.")]
    [InlineData("br0: {slaves: [bond0], bridge: {}}\n    br1: {slaves: [bond0], bridge: {}}", "Bridge br1 of node node1 stands on bond0, and so does br0.")]
    [InlineData(
        "br0: {slaves: [bond0], bridge: {}}\n    br1: {slaves: [bond0/mgmt], bridge: {}}", "Bridge br1 of node node1 stands on bond0/mgmt, and so does br0.")]
    [InlineData("br0: {slaves: [bond0/store], networks: [mgmt], bridge: {}}", "stands on network store, so mgmt cannot be on it.")]
    [InlineData(
        "br0: {slaves: [bond0], networks: [store], bridge: {}}\n    br1: {slaves: [bond0/store], bridge: {}}",
        "Bridge br1 of node node1 is on network store, and so is another bridge.")]
    [InlineData("br0: {device_link: boot, slaves: [bond0], bridge: {}}", "has device_link boot, but bond0, which it stands on, is on trunk.")]
    [InlineData("br0: {device_link: trunk, slaves: [eno9], bridge: {}}", "stands on NIC eno9, but its link trunk is bonded.")]
    [InlineData("br0: {device_link: boot, slaves: [eno1], bridge: {}}", "stands on NIC eno1, which another interface has; name that interface.")]
    [InlineData("br0: {slaves: [eno9], bridge: {}}", "stands on NIC eno9, so it needs a device_link.")]
    [InlineData("br-with-a-name-too-long: {slaves: [bond0], bridge: {}}", "has a name that Linux does not take.")]
    [InlineData("'br 0': {slaves: [bond0], bridge: {}}", "has a name that Linux does not take.")]
    [InlineData("br0: {slaves: [bond0], bridge: {stp: true, forward_delay: 31}}", "Bridge br0 of node node1 has a forward delay of 31 s.")]
    [InlineData("br0: {slaves: [bond0], bridge: {forward_delay: -1}}", "Bridge br0 of node node1 has a forward delay of -1 s.")]
    public void A_bridge_that_cannot_be_is_an_error(string bridges, string message) =>
        Bridged(bridges).FoundError("BridgeUse", message, "BaremetalNode node1");

    [Theory]
    [InlineData("br0: {slaves: [bond0/pxe], bridge: {}}", "UniqueNetworkCheck", "Interface br0 attached to network pxe not allowed on interface link")]
    [InlineData("br0: {device_link: boot, slaves: [nic_z], bridge: {}}", "UnknownDevice", "The NIC nic_z of node node1")]
    public void Other_rules_look_at_bridges_too(string bridges, string rule, string message) => Assert.Contains(
        Bridged(bridges), f => f.RuleId == rule && f.Message.Contains(message, StringComparison.Ordinal));

    private static IReadOnlyList<ValidationFinding> Bridged(string bridges) => SoundSite.Check((Interfaces, $"    {bridges}\n{Interfaces}"));
}
