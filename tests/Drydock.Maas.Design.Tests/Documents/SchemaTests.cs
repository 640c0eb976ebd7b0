using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Documents;

/// <summary>Documents are checked against Drydock's schemas, all of it in one run, each violation with its place.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Every_violation_is_found_in_one_run_in_order_with_its_place()
    {
        var problems = TestDesign.Problems(
            TestDesign.Document("BaremetalNode", "n1", """
            hardware_profile: gone
            interfaces:
              bond0:
                device_link: 7
                networks: oam
            plattform: {}
            addressing: []
            """),
            TestDesign.Document("Network", "oam", "mtu: high"));
        Assert.Equal(
            [
                "WrongType site.yaml:8:20 $.interfaces.bond0.device_link",
                "WrongType site.yaml:9:17 $.interfaces.bond0.networks",
                "UnknownProperty site.yaml:10:3 $.plattform",
                "PropertyMissing site.yaml:11:15 $.addressing",
                "PropertyMissing site1.yaml:5:3 $.cidr",
                "WrongType site1.yaml:5:8 $.mtu",
            ],
            problems.Where(p => p.ErrorId != "UnknownHardwareProfile").Select(p => $"{p.ErrorId} {p.Location} {p.Path}"));
    }

    [Fact]
    public void References_are_checked_in_the_same_run() => Assert.Equal(
        ["$.hardware_profile", "$.mtu"],
        TestDesign.Problems(
            TestDesign.Document("BaremetalNode", "n1", "hardware_profile: gone\naddressing: [{network: a, address: dhcp}]"),
            TestDesign.Document("Network", "a", "cidr: 10.0.0.0/24\nmtu: high")).Select(p => p.Path));

    [Fact]
    public void A_document_with_a_violation_still_counts_for_those_that_refer_to_it() => Assert.Equal(
        "$.generation",
        TestDesign.Problem(
            TestDesign.Node("n1", "host_profile: p1"), TestDesign.Profile("p1", "{}"),
                TestDesign.Document("HardwareProfile", "generic", "generation: 7")).Path);

    [Theory]
    [InlineData("Region", "foo: 1", "$.foo")]
    [InlineData("Region", "tag_definitions: [{tag: a, definition_type: lshw_xpath, definition: b, foo: 1}]", "$.tag_definitions[0].foo")]
    [InlineData("Rack", "foo: 1", "$.foo")]
    [InlineData("NetworkLink", "allowed_networks: [a]\nbonding: {foo: 1}", "$.bonding.foo")]
    [InlineData("NetworkLink", "allowed_networks: [a]\ntrunking: {foo: 1}", "$.trunking.foo")]
    [InlineData("Network", "cidr: 10.0.0.0/24\nvlan_id: '7'", "$.vlan_id")]
    [InlineData("Network", "cidr: 10.0.0.0/24\nranges: [{type: dhcp, start: 10.0.0.1, end: 10.0.0.2, foo: 1}]", "$.ranges[0].foo")]
    [InlineData("Network", "cidr: 10.0.0.0/24\nroutes: [{subnet: 0.0.0.0/0, gateway: 10.0.0.1}, {foo: 1}]", "$.routes[1].foo")]
    [InlineData("Network", "cidr: 10.0.0.0/24\ndns: {foo: 1}", "$.dns.foo")]
    [InlineData("Network", "cidr: 10.0.0.0/24\ndhcp_relay: {foo: 1}", "$.dhcp_relay.foo")]
    [InlineData("HardwareProfile", "foo: 1", "$.foo")]
    [InlineData("HostProfile", "addressing: []", "$.addressing")]
    [InlineData("HostProfile", "platform: {foo: 1}", "$.platform.foo")]
    [InlineData("HostProfile", "metadata: {foo: 1}", "$.metadata.foo")]
    [InlineData("HostProfile", "storage: {physical_devices: {sda: {partitions: [{name: a, foo: 1}]}}}",
        "$.storage.physical_devices.sda.partitions[0].foo")]
    [InlineData(
        "HostProfile",
        "storage: {physical_devices: {sda: {partitions: [{name: a, filesystem: {foo: 1}}]}}}",
        "$.storage.physical_devices.sda.partitions[0].filesystem.foo")]
    [InlineData("BootAction", "assets: []\nfoo: 1", "$.foo")]
    [InlineData("BootAction", "assets: [{type: file, path: /a, data: a, foo: 1}]", "$.assets[0].foo")]
    [InlineData("BootAction", "assets: []\nnode_filter: {filter_set_type: union, foo: 1}", "$.node_filter.foo")]
    public void A_key_the_schema_does_not_know_is_an_error(string kind, string data, string path)
    {
        var problem = TestDesign.Problem(TestDesign.Document(kind, "d", data));
        Assert.Equal(("UnknownProperty", path, $"{kind} d"), (problem.ErrorId, problem.Path, problem.Document));
    }

    [Theory]
    [InlineData("HostProfile", "interfaces: {eth0: {device_link: l, foo: 1}}")]
    [InlineData("HostProfile", "storage: {volume_groups: {v: {logical_volumes: [{name: a, foo: 1}]}}}")]
    [InlineData("HostProfile", "oob: {type: redfish, power_address: 10.0.0.9, retries: 3, verify: true}")]
    [InlineData("HostProfile", "storage: {layout: flat}")]
    [InlineData("Network", "cidr: 10.0.0.0/24\nlabels: {noconfig: }")]
    public void Keys_the_schema_leaves_open_are_no_error(string kind, string data) =>
        Assert.Empty(TestDesign.Read(TestDesign.Document(kind, "d", data)).Warnings);

    [Theory]
    [InlineData("HostProfile", "primary_netwrok: a", "is primary_network meant?")]
    [InlineData("Network", "cdir: 10.0.0.0/24\ncidr: 10.0.0.0/24", "is cidr meant?")]
    [InlineData("HostProfile", "foo: a", "they have oob, storage, platform")]
    public void A_slip_of_the_pen_gets_a_proposal(string kind, string data, string message) =>
        Assert.Contains(message, TestDesign.Problem(TestDesign.Document(kind, "d", data)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("HardwareProfile", "boot_mode: legacy", "\"legacy\" is none of bios, uefi.")]
    [InlineData("HardwareProfile", "bootstrap_protocol: tftp", "\"tftp\" is none of pxe, usb, hdd.")]
    [InlineData("NetworkLink", "allowed_networks: [a]\nbonding: {mode: balanced}",
        "\"balanced\" is none of disabled, 802.3ad, balance-rr, active-backup.")]
    [InlineData("NetworkLink", "allowed_networks: [a]\ntrunking: {mode: on}",
        "mode takes one of disabled, 802.1q, but on is true or false.")]
    [InlineData("NetworkLink", "allowed_networks: [a]\ntrunking: {mode: qinq}", "\"qinq\" is none of disabled, 802.1q.")]
    [InlineData("BootAction", "assets: [{type: script, data: a}]", "\"script\" is none of unit, file, pkg_list.")]
    [InlineData("BootAction", "assets: [{type: pkg_list, data: {0xffff: null}}]",
        "The name of a package takes text, but 0xffff is a number: write it in quotes, '0xffff'.")]
    [InlineData("BootAction", "assets: [{type: file, data: a, path: etc}]", "path takes an absolute path; \"etc\" is none.")]
    [InlineData("BootAction", "assets: [{type: file, path: /a, data: a, permissions: 600}]",
        "permissions takes octal digits in quotes, as '644', but 600 is a number.")]
    [InlineData("BootAction", "assets: [{type: file, path: /a, data: a, permissions: '689'}]",
        "\"689\" is no octal permission such as 644.")]
    [InlineData("Region", "tag_definitions: [{tag: a, definition_type: udev, definition: b}]", "\"udev\" is none of lshw_xpath.")]
    public void A_value_that_is_none_of_those_there_are_is_an_error(string kind, string data, string message) =>
        Assert.Equal(message, TestDesign.Problem(TestDesign.Document(kind, "d", data)).Message);

    [Fact]
    public void Names_that_are_no_plain_words_are_quoted_in_paths() => Assert.Equal(
        "$.storage.volume_groups['a.b'].vg_uuid",
            TestDesign.Problem(TestDesign.Profile("p", "storage: {volume_groups: {a.b: {vg_uuid: 7}}}")).Path);

    [Fact]
    public void An_interface_of_null_is_a_removal_and_no_error() =>
        Assert.Empty(TestDesign.Inherit("interfaces: {eth0: {device_link: l}}", "interfaces: {eth0: null}").Interfaces);

    [Fact]
    public void The_older_envelope_gets_warnings_where_Drydock_never_looked()
    {
        var site = TestDesign.Read(TestDesign.Older("HardwareProfile", "h", "foo: bar\nvendor: 7"));
        Assert.Equal(["$.foo", "$.vendor"], site.Warnings.Select(w => w.Path));
        Assert.Equal("7", site.HardwareProfiles[0].Vendor);
    }
}
