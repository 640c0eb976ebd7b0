using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class InterfaceWriteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static BondRequest Bond => new()
    {
        Name = "bond0",
        Parents = [4, 5],
        VlanId = 6,
        MacAddress = "52:54:01:00:01:00",
        Mtu = 9000,
        Mode = "802.3ad",
        MonitorInterval = 100,
        DownDelay = 200,
        UpDelay = 300,
        LacpRate = "slow",
        TransmitHashPolicy = "layer3+4",
    };

    private static string[] BondFields =>
    [
        "name=bond0", "parents=4", "parents=5", "vlan=6", "mac_address=52:54:01:00:01:00", "mtu=9000", "bond_mode=802.3ad",
        "bond_miimon=100", "bond_downdelay=200", "bond_updelay=300", "bond_lacp_rate=slow", "bond_xmit_hash_policy=layer3+4",
    ];

    private static BridgeRequest Bridge => new() { Name = "br0", ParentId = 4, VlanId = 6, Mtu = 9000, Type = "ovs", Stp = false, ForwardDelay = 4 };

    private static string[] BridgeFields => ["vlan=6", "mtu=9000", "bridge_type=ovs", "bridge_stp=false", "bridge_fd=4"];

    [Fact]
    public Task An_interface_is_renamed_and_moved() =>
        Sending.ExpectAsync(
            c => c.Interfaces.UpdateAsync("4y3h7n", 7, new InterfaceUpdate { Name = "ens1", VlanId = 2, Mtu = 1500 }, Cancel),
            "PUT nodes/4y3h7n/interfaces/7/",
            "name=ens1",
            "vlan=2",
            "mtu=1500");

    [Fact]
    public Task Only_what_changes_of_an_interface_is_sent() =>
        Sending.ExpectAsync(
            c => c.Interfaces.UpdateAsync("4y3h7n", 7, new InterfaceUpdate { Mtu = 9000 }, Cancel),
            "PUT nodes/4y3h7n/interfaces/7/",
            "mtu=9000");

    [Fact]
    public Task A_bond_is_made_of_its_members() =>
        Sending.ExpectAsync(
            c => c.Interfaces.CreateBondAsync("4y3h7n", Bond, Cancel),
            "POST nodes/4y3h7n/interfaces/?op=create_bond",
            BondFields);

    [Fact]
    public Task A_bond_is_changed_in_place() =>
        Sending.ExpectAsync(c => c.Interfaces.UpdateBondAsync("4y3h7n", 8, Bond, Cancel), "PUT nodes/4y3h7n/interfaces/8/", BondFields);

    [Fact]
    public Task A_bridge_is_made_over_its_parent() =>
        Sending.ExpectAsync(
            c => c.Interfaces.CreateBridgeAsync("4y3h7n", Bridge, Cancel),
            "POST nodes/4y3h7n/interfaces/?op=create_bridge",
            ["name=br0", "parent=4", .. BridgeFields]);

    [Fact]
    public Task A_bridge_that_is_changed_has_its_parent_in_the_field_that_MAAS_reads_then() =>
        Sending.ExpectAsync(
            c => c.Interfaces.UpdateBridgeAsync("4y3h7n", 8, Bridge, Cancel), "PUT nodes/4y3h7n/interfaces/8/", ["name=br0", "parents=4", .. BridgeFields]);

    [Fact]
    public Task Only_what_changes_of_a_bond_is_sent() =>
        Sending.ExpectAsync(
            c => c.Interfaces.UpdateBondAsync("4y3h7n", 8, new BondRequest { LacpRate = "fast" }, Cancel),
            "PUT nodes/4y3h7n/interfaces/8/",
            "bond_lacp_rate=fast");

    [Fact]
    public Task A_VLAN_interface_is_made_on_its_parent() =>
        Sending.ExpectAsync(
            c => c.Interfaces.CreateVlanAsync("4y3h7n", 8, 6, 9000, Cancel),
            "POST nodes/4y3h7n/interfaces/?op=create_vlan",
            "parent=8",
            "vlan=6",
            "mtu=9000");

    [Fact]
    public Task An_interface_is_linked_with_a_static_address()
    {
        var link = new LinkRequest { SubnetId = 6, Mode = "STATIC", IPAddress = "172.16.1.21", DefaultGateway = true, Force = true };
        return Sending.ExpectAsync(
            c => c.Interfaces.LinkSubnetAsync("4y3h7n", 8, link, Cancel),
            "POST nodes/4y3h7n/interfaces/8/?op=link_subnet",
            "mode=STATIC",
            "subnet=6",
            "ip_address=172.16.1.21",
            "default_gateway=true",
            "force=true");
    }

    [Fact]
    public Task A_flag_that_is_not_set_is_not_sent_with_a_link() =>
        Sending.ExpectAsync(
            c => c.Interfaces.LinkSubnetAsync("4y3h7n", 8, new LinkRequest { Mode = "DHCP", SubnetId = 3 }, Cancel),
            "POST nodes/4y3h7n/interfaces/8/?op=link_subnet",
            "mode=DHCP",
            "subnet=3");

    [Fact]
    public Task A_link_is_taken_away_by_its_id() =>
        Sending.ExpectAsync(
            c => c.Interfaces.UnlinkSubnetAsync("4y3h7n", 8, 20, Cancel),
            "POST nodes/4y3h7n/interfaces/8/?op=unlink_subnet",
            "id=20");

    [Fact]
    public Task The_default_gateway_is_chosen_by_link() =>
        Sending.ExpectAsync(
            c => c.Interfaces.SetDefaultGatewayAsync("4y3h7n", 8, 371, Cancel),
            "POST nodes/4y3h7n/interfaces/8/?op=set_default_gateway",
            "link_id=371");

    [Fact]
    public Task An_interface_is_deleted() =>
        Sending.ExpectAsync(c => c.Interfaces.DeleteAsync("4y3h7n", 8, Cancel), "DELETE nodes/4y3h7n/interfaces/8/");
}
