using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Documents;

/// <summary>What is left out gets Drydock's defaults; what has none must be there.</summary>
public sealed class DefaultTests
{
    [Fact]
    public void A_link_is_untrunked_and_unbonded()
    {
        var link = Link("");
        Assert.Equal((1500, "auto", "disabled", "disabled"), (link.Mtu, link.LinkSpeed, link.TrunkingMode, link.Bonding.Mode));
        Assert.Equal((null, null, null), (link.Bonding.MonitorInterval, link.Bonding.TransmitHash, link.Bonding.PeerRate));
    }

    [Theory]
    [InlineData("802.3ad", "layer3+4", "fast")]
    [InlineData("balance-rr", null, null)]
    [InlineData("active-backup", null, null)]
    public void A_bond_has_delays_and_an_aggregate_its_hash_and_rate(string mode, string? hash, string? rate)
    {
        var bonding = Link($"bonding: {{mode: {mode}}}").Bonding;
        Assert.Equal((100, 200, 200), (bonding.MonitorInterval, bonding.UpDelay, bonding.DownDelay));
        Assert.Equal((hash, rate), (bonding.TransmitHash, bonding.PeerRate));
    }

    [Fact]
    public void A_network_is_untagged_and_local()
    {
        var network = TestDesign.Read(TestDesign.Document("Network", "n", "cidr: 10.0.0.0/24")).Networks[0];
        Assert.Equal((null, null, "local", null), (network.Vlan, network.Mtu, network.DnsDomain, network.DefaultGateway));
    }

    [Theory]
    [InlineData("labels: {noconfig: enabled}")]
    [InlineData("labels: {noconfig: 'false'}")]
    [InlineData("labels: {noconfig: }")]
    public void The_label_noconfig_counts_with_any_value(string labels)
    {
        Assert.True(Link(labels).NoConfig);
        Assert.True(TestDesign.Read(TestDesign.Document("Network", "n", $"cidr: 10.0.0.0/24\n{labels}")).Networks[0].NoConfig);
    }

    [Fact]
    public void A_file_system_is_ext4_only_where_there_is_one()
    {
        var node = TestDesign.Compile(
            TestDesign.Node("n1", "storage: {physical_devices: {sda: {partitions: [{name: a}, {name: b, filesystem: {mountpoint: /}}]}}}"));
        var partitions = node.StorageDevices[0].Partitions;
        Assert.Null(partitions[0].Filesystem);
        Assert.Equal(("/", "ext4", "defaults"),
            (partitions[1].Filesystem!.MountPoint, partitions[1].Filesystem!.Type, partitions[1].Filesystem!.MountOptions));
    }

    [Fact]
    public void A_partition_keeps_its_volume_group_and_bootable()
    {
        var node = TestDesign.Compile(
            TestDesign.Node("n1", "storage: {physical_devices: {sda: {partitions: [{name: a, volume_group: v, bootable: true}]}}}"));
        Assert.Equal(("v", true), (node.StorageDevices[0].Partitions[0].VolumeGroup, node.StorageDevices[0].Partitions[0].Bootable));
    }

    [Theory]
    [InlineData("Network", "{}", "$.cidr")]
    [InlineData("NetworkLink", "{}", "$.allowed_networks")]
    [InlineData("BaremetalNode", "hardware_profile: generic", "$.addressing")]
    [InlineData("BaremetalNode", "hardware_profile: generic\naddressing: [{network: a}]", "$.addressing[0].address")]
    [InlineData("BaremetalNode", "hardware_profile: generic\naddressing: [{address: dhcp}]", "$.addressing[0].network")]
    [InlineData("HardwareProfile", "device_aliases: {nic: {bus_type: pci}}", "$.device_aliases.nic.address")]
    [InlineData("HardwareProfile", "hugepages: {big: {size: 1G}}", "$.hugepages.big.count")]
    [InlineData("Region", "tag_definitions: [{tag: a, definition: b}]", "$.tag_definitions[0].definition_type")]
    [InlineData("Region", "repositories: {a: {repo_type: apt}}", "$.repositories.a.url")]
    [InlineData("BootAction", "{}", "$.assets")]
    [InlineData("BootAction", "assets: [{data: a}]", "$.assets[0].type")]
    [InlineData("BootAction", "assets: [{type: pkg_list}]", "$.assets[0].data")]
    [InlineData("BootAction", "assets: [{type: file, path: /a}]", "$.assets[0].data")]
    [InlineData("BootAction", "assets: [{type: unit, data: a}]", "$.assets[0].path")]
    [InlineData("Network", "cidr: 10.0.0.0/24\nranges: [{start: 10.0.0.1, end: 10.0.0.2}]", "$.ranges[0].type")]
    [InlineData("BootAction", "assets: []\nnode_filter: {filter_set: []}", "$.node_filter.filter_set_type")]
    [InlineData("BootAction", "assets: []\nnode_filter: {filter_set_type: union, filter_set: [{}]}",
        "$.node_filter.filter_set[0].filter_type")]
    [InlineData("HostProfile", "storage: {physical_devices: {sda: {partitions: [{size: 1g}]}}}",
        "$.storage.physical_devices.sda.partitions[0].name")]
    public void What_has_no_default_must_be_there(string kind, string data, string path)
    {
        var problem = TestDesign.Problem(TestDesign.Document(kind, "d", data) + TestDesign.Hardware);
        Assert.Equal(("PropertyMissing", path), (problem.ErrorId, problem.Path));
        Assert.NotNull(problem.Location);
    }

    private static NetworkLink Link(string data) =>
        TestDesign.Read(TestDesign.Document("NetworkLink", "l", $"allowed_networks: [n]\n{data}")).NetworkLinks[0];
}
