namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Rules for ranges, VLANs and links that Drydock does not have.</summary>
public sealed class NetworkRuleTests
{
    private const string Trunk = "NetworkLink trunk";
    private const string Dhcp = "{type: dhcp, start: 10.2.0.100, end: 10.2.0.200}";

    [Theory]
    [InlineData("start: 10.2.0.100, end: 10.2.0.200", "start: 10.2.0.200, end: 10.2.0.100", "is no range of addresses")]
    [InlineData("end: 10.2.0.200", "end: last", "is no range of addresses")]
    [InlineData("end: 10.2.0.200", "end: 10.2.1.200", "is not within its CIDR 10.2.0.0/24")]
    public void A_range_is_a_range_of_its_network(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("RangeBounds", message, "Network pxe");

    [Theory]
    [InlineData("'FD00:0::100', end: 'fd00::1ff'", "is within fd00::1-fd00::ffff:ffff, which MAAS keeps")]
    [InlineData("'fd00::1:0:0:1', end: 'fd00::1:0:0:7'", "is too small")]
    [InlineData("'fd00::1:0:0:0', end: 'fd00::1:0:0:fe'", "is too small")]
    public void A_dhcp_range_of_IPv6_is_one_that_MAAS_takes(string range, string message) =>
        SoundSite.Check(("data: {cidr: 10.4.0.0/24, vlan: '204', mtu: 9000}", $"data: {{cidr: 'fd00::/64', vlan: '204', ranges: [{{type: dhcp, start: {range}}}]}}"))
            .FoundError("RangeBounds", message, "Network store");

    [Fact]
    public void A_range_of_IPv6_behind_what_MAAS_keeps_is_sound() => SoundSite.Check(
        ("data: {cidr: 10.4.0.0/24, vlan: '204', mtu: 9000}",
        "data: {cidr: 'fd00::/64', vlan: '204', ranges: [{type: dhcp, start: 'fd00::1:0:0:0', end: 'fd00::1:0:0:ff'}, {type: reserved, start: 'fd00::1', end: 'fd00::ff'}]}"))
        .FoundNothing("RangeBounds");

    [Fact]
    public void A_dhcp_range_over_a_reserved_one_is_an_error() => SoundSite.Check(("start: 10.2.0.100", "start: 10.2.0.15"))
        .FoundError("RangeOverlap", "reserved range 10.2.0.1-10.2.0.20 and the dhcp range 10.2.0.15-10.2.0.200", "Network pxe");

    [Fact]
    public void A_dhcp_range_over_a_static_one_is_a_warning() =>
        SoundSite.Check((Dhcp, $"{Dhcp}\n    - {{type: static, start: 10.2.0.200, end: 10.2.0.210}}"))
            .FoundWarning("RangeOverlap", "dhcp range 10.2.0.100-10.2.0.200 and the static range", "Network pxe");

    [Fact]
    public void A_range_within_a_wide_one_is_found_behind_another() =>
        SoundSite.Check(
            (Dhcp, $"{Dhcp}\n    - {{type: dhcp, start: 10.2.0.110, end: 10.2.0.120}}\n    - {{type: dhcp, "
                + $"start: 10.2.0.190, end: 10.2.0.195}}"))
            .FoundError("RangeOverlap", "dhcp range 10.2.0.100-10.2.0.200 and the dhcp range 10.2.0.110-10.2.0.120", "Network pxe");

    [Fact]
    public void A_static_address_inside_a_dhcp_range_is_warned_of() =>
        SoundSite.Check(("{network: pxe, address: dhcp}, {network: mgmt, address: 10.3.0.21}", "{network: pxe, address: 10.2.0.150}"))
        .FoundWarning("StaticAddressInDynamicRange", "The address 10.2.0.150 of node node1 is inside the dhcp range", "BaremetalNode node1",
            "Network pxe");

    [Theory]
    [InlineData("servers: 10.2.0.10}", "servers: 10.2.0.110}", "covers its DNS server 10.2.0.110")]
    [InlineData("self_ip: 10.2.0.2,", "self_ip: 10.2.0.200,", "covers its DHCP relay 10.2.0.200")]
    [InlineData("cidr: 10.2.0.0/24", "cidr: 10.2.0.0/24\n  routes: [{subnet: 0.0.0.0/0, gateway: 10.2.0.100, metric: 1}]",
        "covers its gateway 10.2.0.100")]
    public void A_dhcp_range_over_a_server_of_the_network_is_warned_of(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundWarning("DynamicRangeCoversServer", message, "Network pxe");

    [Fact]
    public void A_VLAN_tag_is_used_once_on_a_link() => SoundSite.Check(("cidr: 10.3.0.0/24", "cidr: 10.3.0.0/24\n  vlan: '204'"))
        .FoundError("DuplicateVlan", "have the same VLAN tag 204", "Network mgmt", "Network store", Trunk);

    [Fact]
    public void A_trunk_has_one_untagged_network() => SoundSite.Check((", vlan: '204'", ""))
        .FoundError("UntaggedNetworkOnTrunk", "Network store has no VLAN tag", "Network store", Trunk);

    [Fact]
    public void The_one_network_of_a_trunk_whose_tag_is_0_is_its_native_one()
    {
        var changes = new[] { (", default_network: mgmt}", "}"), ("cidr: 10.3.0.0/24", "cidr: 10.3.0.0/24\n  vlan: '0'") };
        SoundSite.Check(changes).FoundNothing("UntaggedNetworkOnTrunk");
        Assert.Equal("mgmt", SoundSite.Read(changes).FindLink("trunk")!.NativeNetwork);
    }

    [Fact]
    public void Of_two_networks_without_a_tag_none_is_the_native_one()
    {
        var changes = new[] { (", default_network: mgmt}", "}"), ("cidr: 10.3.0.0/24", "cidr: 10.3.0.0/24\n  vlan: '0'"), ("vlan: '204'", "vlan: '0'") };
        Assert.Null(SoundSite.Read(changes).FindLink("trunk")!.NativeNetwork);
        SoundSite.Check(changes).FoundError("UntaggedNetworkOnTrunk", "Network mgmt has no VLAN tag", "Network mgmt", Trunk);
    }

    [Fact]
    public void A_network_that_lacks_its_tag_is_not_taken_for_the_native_one() =>
        SoundSite.Check((", default_network: mgmt}", "}")).FoundError("UntaggedNetworkOnTrunk", "Network mgmt has no VLAN tag", "Network mgmt", Trunk);

    [Fact]
    public void A_static_range_outside_of_its_network_is_warned_of() =>
        SoundSite.Check(("end: 10.3.0.250", "end: 10.3.9.250")).FoundWarning("RangeBounds", "MAAS has no static ranges", "Network mgmt");

    [Theory]
    [InlineData("'4095'")]
    [InlineData("'-1'")]
    [InlineData("blue")]
    public void A_VLAN_tag_fits_the_header(string tag) => SoundSite.Check(("vlan: '204'", $"vlan: {tag}"))
        .FoundError("VlanTagRange", "of network store is no number from 1 to 4094", "Network store");

    [Theory]
    [InlineData("allowed_networks: [mgmt, store]", "allowed_networks: [mgmt, store, nowhere]", "no document defines it, but link trunk carries it", Trunk)]
    [InlineData("primary_network: mgmt", "primary_network: nowhere", "no document defines it, but it is a primary network", "BaremetalNode node1")]
    [InlineData(
        "type: ipmi, network: oob", "type: ipmi, network: nowhere", "it is an out-of-band network", "BaremetalNode node1")]
    [InlineData("network: pxe, address: dhcp", "network: nowhere, address: dhcp", "nodes have addresses there", "BaremetalNode node1")]
    public void A_network_that_is_referred_to_is_defined(string text, string by, string message, string document) =>
        SoundSite.Check((text, by)).FoundError("UnknownNetwork", message, document);

    [Theory]
    [InlineData("10.1.0.5 10.1.0.6")]
    [InlineData("10.1.0.5, 10.1.0.6")]
    [InlineData("10.1.0.5,\\t10.1.0.6")]
    public void DNS_servers_are_parted_by_commas_or_blanks(string servers)
    {
        var site = SoundSite.Read(("servers: '10.3.0.10,10.3.0.11'", $"servers: \"{servers}\""));
        Assert.Equal(["10.1.0.5", "10.1.0.6"], site.FindNetwork("mgmt")!.DnsServers);
    }

    [Fact]
    public void A_route_to_a_network_of_nobody_is_warned_of_at_its_line()
    {
        var findings = SoundSite.Check(("routes: [{", "routes: [{subnet: 10.200.0.0/16, gateway: 10.3.0.2, metric: 10}, {"));
        findings.FoundWarning("RouteDestinations", "The route of network mgmt to 10.200.0.0/16 via 10.3.0.2", "Network mgmt");
    }

    [Fact]
    public void Of_two_regions_the_last_counts_and_a_finding_says_so()
    {
        var findings = SoundSite.Check(("schema: drydock/Rack/v1", "schema: drydock/Region/v1\nmetadata: {name: zz}\ndata: {}\n---\nschema: drydock/Rack/v1"));
        findings.FoundWarning("SeveralRegions", "Region sound is not used: region zz counts", "Region sound", "Region zz");
    }

    [Fact]
    public void A_rack_s_unknown_network_is_only_noted() => SoundSite.Check(("local_networks: [pxe]", "local_networks: [nowhere]"))
        .Found("UnknownNetwork", ValidationSeverity.Info, "Rack rack1 lists the local network nowhere", "Rack rack1");

    [Fact]
    public void A_native_network_is_an_allowed_one() => SoundSite.Check(("default_network: mgmt", "default_network: pxe"))
        .FoundWarning("NativeNetworkAllowed", "The native network pxe of link trunk", Trunk);

    [Fact]
    public void A_native_network_with_a_tag_is_warned_of() => SoundSite.Check(("cidr: 10.3.0.0/24", "cidr: 10.3.0.0/24\n  vlan: '100'"))
        .FoundWarning("NativeNetworkTagged", "Network mgmt has the VLAN tag 100", "Network mgmt", Trunk);

    [Theory]
    [InlineData("{name: oob}\ndata: {cidr: 10.1.0.0/24}", "{name: oob}\ndata: {cidr: 10.4.0.0/24, labels: {noconfig: enabled}}")]
    [InlineData("default_network: oob}, allowed_networks: [oob]}", "default_network: oob}, allowed_networks: [oob], labels: {noconfig: enabled}}")]
    public void A_network_that_is_not_set_up_may_have_the_CIDR_of_another(string text, string by) => SoundSite
        .Check((text, by), ("cidr: 10.4.0.0/24, vlan: '204'", text.Contains("cidr", StringComparison.Ordinal) ? "cidr: 10.4.0.0/24, vlan: '204'" : "cidr: 10.1.0.0/24, vlan: '204'"))
        .FoundNothing("OverlappingNetworks");

    [Fact]
    public void One_CIDR_for_two_networks_is_an_error() => SoundSite.Check(("cidr: 10.4.0.0/24", "cidr: 10.1.0.0/24"))
        .FoundError("OverlappingNetworks", "Networks oob and store have the same CIDR 10.1.0.0/24", "Network oob", "Network store");

    [Fact]
    public void A_network_inside_another_is_a_warning() => SoundSite.Check(("cidr: 10.4.0.0/24", "cidr: 10.1.0.128/25"))
        .FoundWarning("OverlappingNetworks", "10.1.0.128/25 of network store is inside 10.1.0.0/24", "Network oob", "Network store");

    [Fact]
    public void A_network_on_no_link_is_warned_of() => SoundSite
        .Check(("allowed_networks: [mgmt, store]", "allowed_networks: [mgmt]"), ("networks: [mgmt, store]}", "networks: [mgmt]}"))
        .FoundWarning("NetworkWithoutLink", "Network store is allowed on no network link", "Network store");
}
