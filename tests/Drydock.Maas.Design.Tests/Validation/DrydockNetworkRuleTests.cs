namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Drydock's rules for networks and links.</summary>
public sealed class DrydockNetworkRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Disabled = "{name: boot}\ndata: {bonding: {mode: disabled}";
    private const string Lacp = "{mode: 802.3ad, hash: layer3+4, peer_rate: slow, mon_rate: 100, up_delay: 100, down_delay: 100}";

    [Fact]
    public void A_CIDR_with_host_bits_is_told_the_network() => SoundSite.Check(("cidr: 10.4.0.0/24", "cidr: 10.4.0.7/24"))
        .FoundError("CidrValidity", "The provided CIDR 10.4.0.7/24 has host bits set", "Network store");

    [Theory]
    [InlineData("10.4.0.0/33")]
    [InlineData("10.4/16")]
    [InlineData("storage")]
    public void A_text_that_is_no_CIDR_is_an_error_and_stops_no_other_rule(string cidr)
    {
        var findings = SoundSite.Check(("cidr: 10.4.0.0/24", $"cidr: {cidr}"), ("10.3.0.21", "10.5.0.21"));
        findings.FoundError("CidrValidity", cidr, "Network store");
        findings.FoundError("IpLocalityCheck", "10.5.0.21", Node);
    }

    [Theory]
    [InlineData(", gateway: 10.3.0.1", "", "No gateway found for route 0.0.0.0/0", "Network mgmt")]
    [InlineData(
        "gateway: 10.3.0.1,", "gateway: 10.4.0.1,", "The gateway IP Address 10.4.0.1 is not within the defined CIDR", "Network mgmt")]
    [InlineData("address: 10.3.0.21", "address: 10.4.0.21", "The IP Address 10.4.0.21 is not within the defined CIDR", Node)]
    [InlineData("mgmt, address: 10.3.0.21", "nowhere, address: 10.3.0.21", "nowhere is not a valid network: no document defines it, but nodes have addresses there.", Node)]
    public void Gateways_and_addresses_stay_on_their_networks(string text, string by, string message, string document) =>
        SoundSite.Check((text, by)).FoundError("IpLocalityCheck", message, document);

    [Fact]
    public void An_address_of_another_family_is_not_on_the_network() => SoundSite.Check(("10.3.0.21", "'fd00::21'"))
        .FoundError("IpLocalityCheck", "fd00::21", Node);

    [Theory]
    [InlineData("mtu: 9000\n  trunking", "mtu: 900\n  trunking", "value is 900", "NetworkLink trunk")]
    [InlineData("mtu: 1500\n  ranges", "mtu: 70000\n  ranges", "value is 70000", "Network mgmt")]
    [InlineData("mtu: 1500\n  ranges", "mtu: 9100\n  ranges", "for Network mgmt", "Network mgmt")]
    [InlineData("mtu: 9000}", "mtu: 9100}", "for Network store", "Network store")]
    public void An_MTU_is_possible_and_not_above_the_link_s(string text, string by, string message, string document) =>
        SoundSite.Check((text, by)).FoundError("MtuRational", message, document);

    [Theory]
    [InlineData("default_network: pxe}, allowed_networks: [pxe]", "default_network: pxe}, allowed_networks: [pxe, store]",
        "more than 1 allowed network")]
    [InlineData("{mode: disabled, default_network: pxe}", "{mode: disabled}", "a trunking default_network must be defined")]
    public void A_link_without_trunking_has_one_native_network(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("NetworkTrunkingRational", message, "NetworkLink boot");

    [Fact]
    public void The_native_network_of_a_link_without_trunking_has_no_tag() =>
        SoundSite.Check(("cidr: 10.2.0.0/24", "cidr: 10.2.0.0/24\n  vlan: '7'"))
        .FoundError("NetworkTrunkingRational", "has a defined VLAN tag", "Network pxe", "NetworkLink boot");

    [Fact]
    public void A_native_network_that_is_not_defined_is_found_by_another_rule_and_stops_none()
    {
        var findings = SoundSite.Check(("default_network: pxe}", "default_network: nowhere}"));
        findings.FoundNothing("NetworkTrunkingRational");
        findings.FoundError("UnknownNetwork", "nowhere", "NetworkLink boot");
    }

    [Fact]
    public void An_address_given_twice_names_both_nodes() => SoundSite.Check(("address: 10.1.0.22", "address: 10.1.0.21"))
        .FoundError("NoDuplicateIpsCheck", "Duplicate IP Address Found: 10.1.0.21", "BaremetalNode node2", Node);

    [Fact]
    public void An_address_of_two_spellings_is_one() =>
        SoundSite.Check(("address: 10.1.0.21", "address: 'fd00::1'"), ("address: 10.1.0.22", "address: 'fd00:0::1'"))
            .FoundError("NoDuplicateIpsCheck", "fd00:0::1", "BaremetalNode node2", Node);

    [Theory]
    [InlineData("up_delay: 100", "up_delay: 50", "Up delay 50 is less than mon rate 100")]
    [InlineData("down_delay: 100", "down_delay: 50", "Down delay 50 is less than mon rate 100")]
    [InlineData(Lacp, "{mode: balance-rr, hash: layer2}", "Hash cannot be defined if bond mode is balance-rr")]
    [InlineData(Lacp, "{mode: active-backup, peer_rate: slow}", "Peer rate cannot be defined if bond mode is active-backup")]
    public void Bond_options_fit_the_mode(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("RationalNetworkBond", message, "NetworkLink trunk");

    [Fact]
    public void A_bond_that_is_none_has_no_options() => SoundSite.Check((Disabled, Disabled[..^1] + ", hash: layer2}"))
        .FoundError("RationalNetworkBond", "no other bond option can be specified", "NetworkLink boot");

    [Fact]
    public void A_network_on_two_links_names_both() => SoundSite.Check(("allowed_networks: [oob]", "allowed_networks: [oob, store]"))
        .FoundError("UniqueNetworkCheck", "Allowed network store duplicated", "NetworkLink oob", "NetworkLink trunk");

    [Theory]
    [InlineData("[eno1], networks: [pxe]", "[eno1], networks: [pxe, store]",
        "Interface pxe attached to network store not allowed on interface link")]
    [InlineData("device_link: boot", "device_link: nowhere", "Interface pxe connected to undefined network link nowhere.")]
    [InlineData(
        "device_link: boot, slaves: [eno1], networks: [pxe]", "device_link: nowhere, slaves: [eno1]", "undefined network link nowhere.")]
    public void Interfaces_are_on_networks_of_a_defined_link(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("UniqueNetworkCheck", message, Node);
}
