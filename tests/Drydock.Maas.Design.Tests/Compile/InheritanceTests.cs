using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>What a node takes from its host profile, and how it refuses it.</summary>
public sealed class InheritanceTests
{
    [Theory]
    [InlineData("", "parent")]
    [InlineData("platform: {image: child}", "child")]
    [InlineData("platform: {image: '!'}", null)]
    [InlineData("platform: {image: '-1'}", null)]
    public void A_scalar_is_inherited_replaced_or_unset(string child, string? expected) =>
        Assert.Equal(expected, TestDesign.Inherit("platform: {image: parent}", child).Image);

    [Theory]
    [InlineData("host_profile: p1", "k0", "i1")]
    [InlineData("host_profile: p1\nplatform: {kernel: k2}", "k2", "i1")]
    public void Profiles_inherit_from_profiles(string child, string kernel, string image)
    {
        var node = TestDesign.Compile(
            TestDesign.Node("n1", child),
            TestDesign.Profile("p1", "host_profile: p0\nplatform: {image: i1}"),
            TestDesign.Profile("p0", "platform: {image: i0, kernel: k0}"));
        Assert.Equal((kernel, image), (node.Kernel, node.Image));
    }

    [Fact]
    public void Everything_simple_is_inherited()
    {
        var node = TestDesign.Inherit("primary_network: a\noob: {type: ipmi, account: x}\nplatform: {kernel: k}\nmetadata: {rack: r}", "");
        Assert.Equal(("a", "ipmi", "x", "k", "r"), (node.PrimaryNetwork, node.Oob.Type, node.Oob.Account, node.Kernel, node.Rack));
    }

    [Fact]
    public void The_boot_MAC_is_the_nodes_own() =>
        Assert.Null(TestDesign.Inherit("metadata: {boot_mac: '52:54:00:00:00:01'}", "").BootMac);

    [Theory]
    [InlineData("{}", "a=1,b=2")]
    [InlineData("{c: '3'}", "a=1,b=2,c=3")]
    [InlineData("{b: '9'}", "a=1,b=9")]
    [InlineData("{'!a': ''}", "b=2")]
    [InlineData("{'!a': '', '!b': '', c: '3'}", "c=3")]
    public void Mappings_merge_key_by_key(string child, string expected)
    {
        var node = TestDesign.Inherit(
            "platform: {kernel_params: {a: '1', b: '2'}}\nmetadata: {owner_data: {a: '1', b: '2'}}",
                $"platform: {{kernel_params: {child}}}\nmetadata: {{owner_data: {child}}}");
        Assert.Equal(expected, string.Join(',', node.KernelParameters.Select(p => $"{p.Key}={p.Value}")));
        Assert.Equal(expected, string.Join(',', node.OwnerData.Select(p => $"{p.Key}={p.Value}")));
    }

    [Theory]
    [InlineData("[]", "a,b")]
    [InlineData("[c]", "c,a,b")]
    [InlineData("[b]", "b,a")]
    [InlineData("['!a']", "b")]
    [InlineData("['!a', c]", "c,b")]
    [InlineData("['!a', '!b']", "")]
    public void Lists_have_the_childs_members_first(string child, string expected)
    {
        var node = TestDesign.Inherit(
            "metadata: {tags: [a, b]}\ninterfaces: {i: {slaves: [a, b], networks: [a, b]}}",
                $"metadata: {{tags: {child}}}\ninterfaces: {{i: {{slaves: {child}, networks: {child}}}}}");
        Assert.Equal(expected, string.Join(',', node.Tags));
        Assert.Equal(expected, string.Join(',', node.Interfaces[0].Slaves));
        Assert.Equal(expected, string.Join(',', node.Interfaces[0].Networks));
    }

    [Fact]
    public void A_removal_of_what_is_not_inherited_does_nothing()
    {
        var node = TestDesign.Compile(TestDesign.Node("n1", "metadata: {tags: ['!a', b], owner_data: {'!c': ''}}\ninterfaces: {'!x': {}}"));
        Assert.Equal(["b"], node.Tags);
        Assert.Empty(node.OwnerData);
        Assert.Empty(node.Interfaces);
    }

    [Fact]
    public void Compiling_leaves_the_profile_as_it_was()
    {
        var site = TestDesign.Read(
            TestDesign.Profile("p", "metadata: {tags: [a]}"),
            TestDesign.Node("n1", "host_profile: p\nmetadata: {tags: ['!a']}"),
            TestDesign.Node("n2", "host_profile: p"),
            TestDesign.Hardware);
        Assert.Equal(["", "a"], site.Nodes.Select(n => string.Join(',', n.Tags)));
    }

    [Fact]
    public void The_domain_is_that_of_the_primary_network() => Assert.Equal("n1.quay.example", TestDesign.Compile(
        TestDesign.Node("n1", "primary_network: a"),
            TestDesign.Document("Network", "a", "cidr: 10.0.0.0/24\ndns: {domain: quay.example}")).Fqdn);

    [Theory]
    [InlineData("primary_network: gone")]
    [InlineData("")]
    public void Without_a_primary_network_the_domain_is_local(string data) =>
        Assert.Equal("n1.local", TestDesign.Compile(TestDesign.Node("n1", data)).Fqdn);
}
