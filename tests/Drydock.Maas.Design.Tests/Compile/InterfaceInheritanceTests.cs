using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Interfaces merge by name.</summary>
public sealed class InterfaceInheritanceTests
{
    private const string Parent = """
        interfaces:
          eth0: {device_link: boot, slaves: [nic1], networks: [pxe]}
          bond0: {device_link: data, slaves: [nic2], networks: [oam], sriov: {vf_count: 8, trustedmode: true}}
        """;

    [Theory]
    [InlineData("", "eth0,bond0")]
    [InlineData("interfaces: {eth0: null}", "bond0")]
    [InlineData("interfaces: {'!bond0': {}}", "eth0")]
    [InlineData("interfaces: {'!bond0': null}", "eth0")]
    [InlineData("interfaces: {eth1: {}}", "eth0,bond0,eth1")]
    [InlineData("interfaces: {bond0: {}, eth1: {}}", "eth0,bond0,eth1")]
    public void Interfaces_are_inherited_removed_and_added(string child, string expected) =>
        Assert.Equal(expected, string.Join(',', TestDesign.Inherit(Parent, child).Interfaces.Select(i => i.Name)));

    [Fact]
    public void An_overridden_interface_keeps_what_it_does_not_say()
    {
        var bond = TestDesign.Inherit(Parent, "interfaces: {bond0: {networks: [store]}}").Interfaces[1];
        Assert.Equal(("data", "nic2", "store,oam"), (bond.NetworkLink, string.Join(',', bond.Slaves), string.Join(',', bond.Networks)));
    }

    [Theory]
    [InlineData("{}", 8, true)]
    [InlineData("{sriov: {vf_count: 4}}", 4, true)]
    [InlineData("{sriov: {trustedmode: false}}", 8, false)]
    public void An_overridden_interface_keeps_its_virtual_functions(string child, int count, bool trusted)
    {
        var sriov = TestDesign.Inherit(Parent, $"interfaces: {{bond0: {child}}}").Interfaces[1].Sriov!;
        Assert.Equal((count, trusted), (sriov.VirtualFunctionCount, sriov.TrustedMode));
    }

    [Fact]
    public void An_interface_may_lose_its_link() =>
        Assert.Null(TestDesign.Inherit(Parent, "interfaces: {bond0: {device_link: '!'}}").Interfaces[1].NetworkLink);

    [Fact]
    public void A_removal_reaches_through_the_profiles_between() => Assert.Equal(
        ["bond0"],
        TestDesign.Compile(
            TestDesign.Profile("p0", Parent),
            TestDesign.Profile("p1", "host_profile: p0\ninterfaces: {eth0: null}"),
            TestDesign.Node("n1", "host_profile: p1")).Interfaces.Select(i => i.Name));
}
