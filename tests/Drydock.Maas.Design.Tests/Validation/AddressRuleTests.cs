namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Rules for addresses, routes and DHCP that Drydock does not have.</summary>
public sealed class AddressRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Route = "{subnet: 0.0.0.0/0, gateway: 10.3.0.1, metric: 10}";

    [Fact]
    public void An_address_without_an_interface_is_warned_of() => SoundSite.Check(("networks: [mgmt, store]", "networks: [store]"))
        .FoundWarning("AddressWithoutInterface", "Node node1 has an address on network mgmt, but no interface there.", Node);

    [Fact]
    public void A_second_address_on_a_network_is_warned_of() =>
        SoundSite.Check(("{network: mgmt, address: 10.3.0.21}", "{network: mgmt, address: 10.3.0.21}, {network: mgmt, address: 10.3.0.31}"))
            .FoundWarning("DuplicateAddressing", "a second address on network mgmt: 10.3.0.31", Node);

    [Theory]
    [InlineData("10.3.0.0", "is the first or last address of network mgmt")]
    [InlineData("10.3.0.255", "is the first or last address of network mgmt")]
    [InlineData("10.3.0.1", "is the gateway or DHCP relay of network mgmt")]
    public void A_node_has_an_address_that_a_host_may_have(string address, string message) =>
        SoundSite.Check(("address: 10.3.0.21", $"address: {address}")).FoundError("AddressUse", message, Node, "Network mgmt");

    [Theory]
    [InlineData("https://10.1.0.22:443")]
    [InlineData("10.1.0.22:6230")]
    public void The_address_of_a_management_controller_may_have_scheme_and_port(string address)
    {
        var findings = SoundSite.Check(("address: 10.1.0.22", $"address: '{address}'"));
        Assert.Empty(findings.Where(f => f.RuleId != "PlatformSelection").Select(f => f.ToString()));
    }

    [Fact]
    public void The_address_of_a_management_controller_is_on_its_network() =>
        SoundSite.Check(("address: 10.1.0.22", "address: 'https://10.9.0.22:443'"))
            .FoundError("IpLocalityCheck", "https://10.9.0.22:443 is not within the defined CIDR", "BaremetalNode node2", "Network oob");

    [Fact]
    public void Two_controllers_are_one_however_they_are_written() =>
        SoundSite.Check(("address: 10.1.0.22", "address: 'https://10.1.0.21:443'"))
            .FoundError("NoDuplicateIpsCheck", "Duplicate IP Address Found: https://10.1.0.21:443 of node node2", "BaremetalNode node2", Node);

    [Fact]
    public void Emulated_controllers_share_the_address_of_their_host() =>
        SoundSite.Check(("address: 10.1.0.22", "address: '10.1.0.21:6231'")).FoundNothing("NoDuplicateIpsCheck");

    [Theory]
    [InlineData("10.3.0.256")]
    [InlineData("10.3.21")]
    [InlineData("10.3.0.021")]
    [InlineData("static")]
    public void A_text_that_is_no_address_is_an_error(string address) => SoundSite.Check(("address: 10.3.0.21", $"address: '{address}'"))
        .FoundError("AddressUse", $"The address \"{address}\" of node node1 on network mgmt is no address.", Node);

    [Fact]
    public void A_node_boots_from_a_network_with_dhcp() => SoundSite.Check(("{type: dhcp, start", "{type: static, start"))
        .FoundError("PxeNetworkDhcp", "Network pxe has no range of type dhcp", "Network pxe");

    [Fact]
    public void Another_network_without_a_dhcp_range_is_only_warned_of() =>
        SoundSite.Check(("{network: mgmt, address: 10.3.0.21}", "{network: mgmt, address: dhcp}"))
            .FoundWarning("PxeNetworkDhcp", "Network mgmt has no range of type dhcp", "Network mgmt");

    [Fact]
    public void A_site_that_can_boot_nothing_is_warned_of() =>
        SoundSite.Check(("{type: dhcp, start", "{type: static, start"), (" {network: pxe, address: dhcp},", ""))
            .FoundWarning("PxeNetworkDhcp", "No network of the site has a range of type dhcp");

    [Fact]
    public void A_network_that_is_not_ours_to_configure_needs_no_dhcp_range() =>
        SoundSite.Check(("{network: mgmt, address: 10.3.0.21}", "{network: mgmt, address: dhcp}"),
            ("cidr: 10.3.0.0/24", "cidr: 10.3.0.0/24\n  labels: {noconfig: 'true'}"))
            .FoundNothing("PxeNetworkDhcp");

    [Theory]
    [InlineData("subnet: 0.0.0.0/0", "subnet: everywhere", "to everywhere leads to no network")]
    [InlineData("subnet: 0.0.0.0/0", "subnet: 10.9.0.1/16", "to 10.9.0.1/16 leads to no network")]
    [InlineData("subnet: 0.0.0.0/0, ", "", "leads nowhere")]
    [InlineData("subnet: 0.0.0.0/0", "routedomain: nowhere", "route domain nowhere, which has no network")]
    [InlineData("gateway: 10.3.0.1,", "gateway: router,", "The gateway router of network mgmt is no address")]
    [InlineData("gateway: 10.3.0.1,", "gateway: 10.3.0.255,", "is no address that a router can have")]
    [InlineData("subnet: 0.0.0.0/0", "subnet: '::/0'", "to ::/0 is over 10.3.0.1, an address of IPv4")]
    public void A_route_leads_from_a_router_to_a_network(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("RouteValidity", message, "Network mgmt");

    [Fact]
    public void A_second_default_route_is_warned_of() =>
        SoundSite.Check((Route, $"{Route}, {{subnet: 0.0.0.0/0, gateway: 10.3.0.2, metric: 20}}"))
        .FoundWarning("RouteValidity", "default routes over 10.3.0.1 and 10.3.0.2", "Network mgmt");

    [Fact]
    public void A_primary_network_has_a_default_route() => SoundSite.Check(("subnet: 0.0.0.0/0", "subnet: 10.9.0.0/16"))
        .FoundWarning("UnreachableGateway", "Network mgmt is the primary network of nodes, but has no default route, to 0.0.0.0/0 or ::/0.", "Network mgmt");

    [Fact]
    public void A_node_has_an_interface_on_its_primary_network() => SoundSite
        .Check(("networks: [mgmt, store]", "networks: [store]"), (", {network: mgmt, address: 10.3.0.21}", ""))
        .FoundWarning("UnreachableGateway", "Node node1 has no interface on its primary network mgmt", Node);

    [Fact]
    public void An_address_without_an_interface_is_not_told_twice()
    {
        var findings = SoundSite.Check(("networks: [mgmt, store]", "networks: [store]"));
        findings.FoundNothing("UnreachableGateway");
        findings.FoundWarning("AddressWithoutInterface", "Node node1 has an address on network mgmt", Node);
    }

    [Fact]
    public void A_static_address_is_on_one_interface() => SoundSite
        .Check(("    bond0: {", "    second: {device_link: trunk, slaves: [eno7, eno8], networks: [mgmt]}\n    bond0: {"))
        .FoundError("DuplicateAddressing", "Network mgmt is on interfaces second and bond0 of node node1", Node);

    [Fact]
    public void A_link_without_an_address_is_no_way_to_the_default_gateway() => SoundSite.Check((", {network: mgmt, address: 10.3.0.21}", ""))
        .FoundError("UnreachableGateway", "Node node1 has no address on its primary network mgmt", Node);

    [Fact]
    public void Where_the_primary_network_has_no_default_route_it_is_warned_of() => Assert.All(
        SoundSite.Check((", {network: mgmt, address: 10.3.0.21}", ""), ("subnet: 0.0.0.0/0", "subnet: 10.9.0.0/16")).Where(f => f.RuleId == "UnreachableGateway"),
        f => Assert.Equal(ValidationSeverity.Warning, f.Severity));

    [Theory]
    [InlineData("self_ip: 10.2.0.2", "self_ip: relay", "relay in dhcp_relay of network pxe is no address")]
    [InlineData("upstream_target: 10.9.0.5", "upstream_target: 10.2.0.5", "relays DHCP to 10.2.0.5, which is on the network itself")]
    public void A_relay_forwards_to_another_network(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("DhcpRelayValidity", message, "Network pxe");

    [Fact]
    public void A_relay_stands_on_its_network() => SoundSite.Check(("self_ip: 10.2.0.2", "self_ip: 10.8.0.2"))
        .FoundWarning("DhcpRelayValidity", "The DHCP relay 10.8.0.2 of network pxe is not within its CIDR", "Network pxe");

    [Fact]
    public void A_DNS_server_is_an_address() => SoundSite.Check(("servers: 10.2.0.10", "servers: ns1.example.com"))
        .FoundError("DnsServers", "The DNS server ns1.example.com of network pxe is no address.", "Network pxe");
}
