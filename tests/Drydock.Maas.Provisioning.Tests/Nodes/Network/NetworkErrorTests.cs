using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>What cannot be done is found before anything is written, and said with the names concerned.</summary>
public sealed class NetworkErrorTests
{
    [Fact]
    public void A_NIC_the_machine_lacks_is_told_with_those_it_has() =>
        Refuses(Node(Gp, [Nic("eno9", "gp", "mgmt")]), ErrorIds.InterfaceNotFound, "no network interface eno9; it has eno1, eno2");

    [Fact]
    public void A_bond_member_the_machine_lacks_is_told() =>
        Refuses(Node(Bonded, [Bond("bond0", "gp", ["eno1", "eno9"], "mgmt")]), ErrorIds.InterfaceNotFound, "eno9");

    [Fact]
    public void A_bond_without_slaves_is_refused() =>
        Refuses(Node(Bonded, [Bond("bond0", "gp", [], "mgmt")]), ErrorIds.DesignInvalid, "Bond bond0 of node node1 has no slaves");

    [Fact]
    public void A_plain_interface_has_exactly_one_slave() =>
        Refuses(Node(Gp, [Bond("eno1", "gp", ["eno1", "eno2"], "mgmt")]), ErrorIds.DesignInvalid, "2 slaves");

    [Fact]
    public void A_link_the_design_does_not_define_is_told() =>
        Refuses(Node(Gp, [Nic("eno1", "nowhere", "mgmt")]), ErrorIds.DesignInvalid, "network link nowhere");

    [Fact]
    public void A_network_the_design_does_not_define_is_told() =>
        Refuses(Node(Gp, [Nic("eno1", "gp", "nothing")]), ErrorIds.DesignInvalid, "network nothing");

    [Fact]
    public void A_network_without_a_tag_cannot_share_a_link() =>
        Refuses(Node(Gp, [Nic("eno1", "gp", "pxe")]), ErrorIds.NetworkNotPossible, "no VLAN tag");

    [Fact]
    public void A_fabric_that_MAAS_lacks_is_told_with_the_remedy() => Refuses(
        Node(Gp, [Nic("eno1", "gp", "mgmt")]),
        ErrorIds.FabricNotFound,
        "Set-MaasSiteNetwork",
        Snapshot with { Fabrics = [Snapshot.Fabrics[0]] });

    [Fact]
    public void A_VLAN_that_MAAS_lacks_is_told()
    {
        var gp = Snapshot.Fabrics[2];
        Refuses(
            Node(Gp, [Nic("eno1", "gp", "data")]),
            ErrorIds.VlanNotFound,
            "no VLAN 110 for data",
            Snapshot with { Fabrics = [gp with { Vlans = [gp.Vlans[0]] }] });
    }

    [Fact]
    public void A_network_that_the_link_does_not_carry_is_told_with_the_remedy() => Refuses(
        Node(Gp with { AllowedNetworks = ["mgmt"] }, [Nic("eno1", "gp", "data")]),
        ErrorIds.DesignInvalid,
        "Add data to allowed_networks of gp",
        Snapshot with { Fabrics = [Snapshot.Fabrics[2] with { Vlans = [Snapshot.Fabrics[2].Vlans[0]] }] });

    [Fact]
    public void A_NIC_is_in_one_interface_only() => Refuses(
        Node(Gp, [Nic("eno1", "gp", "mgmt"), Nic("eno1", "gp", "data") with { Name = "other" }]),
        ErrorIds.DesignInvalid,
        "is wanted twice by node node1: in eno1 and in other");

    [Fact]
    public void A_VLAN_interface_whose_name_Linux_does_not_take_is_refused_with_the_NICs_real_name()
    {
        var machine = Commissioned("enp129s0f1np1");
        var error = Assert.Throws<NodeException>(() => NetworkPlanner.Plan(
            Node(Gp, [Nic("enp129s0f1np1", "gp", "mgmt", "data")]), machine, Snapshot, DeviceNames.None));
        Assert.Equal(ErrorIds.NetworkNotPossible, error.ErrorId);
        Assert.Contains("enp129s0f1np1.110 of node node1", error.Message, StringComparison.Ordinal);
        Assert.Contains("17 characters, of which Linux takes 15", error.Message, StringComparison.Ordinal);
        Assert.Contains("Rename NIC enp129s0f1np1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_there_already_is_told_and_left()
    {
        var nic = Commissioned("enp129s0f1np1").Interfaces[0];
        var machine = Commissioned("enp129s0f1np1") with
        {
            Interfaces = [nic, nic with { Id = 77, Type = "vlan", Name = "enp129s0f1np1.110", Parents = [nic.Name], Vlan = Snapshot.Fabrics[2].Vlans.First(v => v.Vid == 110) }],
        };
        var plan = NetworkPlanner.Plan(Node(Gp, [Nic("enp129s0f1np1", "gp", "mgmt", "data")]), machine, Snapshot, DeviceNames.None);
        Assert.Contains(plan.Messages, m => m.Contains("enp129s0f1np1.110", StringComparison.Ordinal) && m.Contains("missing on the deployed machine", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subnet_that_MAAS_lacks_is_told() =>
        Refuses(Node(Gp, [Nic("eno1", "gp", "data")]), ErrorIds.SubnetNotFound, "10.3.0.0/24", Snapshot with { Subnets = [] });

    private static void Refuses(DrydockNode node, string errorId, string words, SiteSnapshot? site = null)
    {
        var error = Assert.Throws<NodeException>(() => NetworkPlanner.Plan(node, Commissioned("eno1", "eno2"), site ?? Snapshot, DeviceNames.None));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
