using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class PruneTests
{
    private static readonly Vlan Untagged = Vlan(20, 0);
    private static readonly Vlan Old = Vlan(21, 7);
    private static readonly Vlan Foreign = Vlan(90, 7, "theirs", 9);
    private static readonly Subnet Pxe = Subnet(1, "pxe", "10.1.0.0/24", Untagged);
    private static readonly Subnet Gone = Subnet(2, "gone", "10.2.0.0/24", Old);
    private static readonly Subnet Theirs = Subnet(3, "theirs", "10.9.0.0/24", Foreign);

    private static readonly SiteSnapshot Maas = new()
    {
        Fabrics = [Fabric(2, "pxe", Untagged, Old), Fabric(9, "theirs", Foreign)],
        Subnets = [Pxe, Gone, Theirs],
        IPRanges =
        [
            Range(1, Pxe, "reserved", "10.1.0.10", "10.1.0.20"),
            Range(2, Pxe, "reserved", "10.1.0.30", "10.1.0.40"),
            Range(3, Gone, "dynamic", "10.2.0.10", "10.2.0.20"),
            Range(4, Theirs, "reserved", "10.9.0.10", "10.9.0.20"),
        ],
        StaticRoutes =
        [
            new() { Id = 1, Source = Pxe, Destination = Gone, GatewayIP = "10.1.0.1", Metric = 100 },
            new() { Id = 2, Source = Theirs, Destination = Pxe, GatewayIP = "10.9.0.1", Metric = 100 },
        ],
    };

    [Fact]
    public void Routes_ranges_subnets_and_VLANs_that_the_design_has_not_go_in_the_order_MAAS_accepts() => Assert.Equal(
        [
            "delete StaticRoute 10.1.0.0/24 -> 10.2.0.0/24: via 10.1.0.1",
            "delete IPRange 10.1.0.30-10.1.0.40: reserved",
            "delete IPRange 10.2.0.10-10.2.0.20: dynamic",
            "delete Subnet 10.2.0.0/24: gone",
            "delete Vlan pxe/7: vlan7",
        ],
        Prune(new()).Changes.Select(c => c.ToString()));

    [Fact]
    public void Every_removal_is_marked_as_destructive() =>
        Assert.All(Prune(new()).Changes, c => Assert.Equal(ChangeSeverity.Destructive, c.Severity));

    [Fact]
    public void A_subnet_with_addresses_in_use_stays_with_its_ranges_and_its_VLAN()
    {
        var plan = Prune(
            new() { Addresses = new Dictionary<int, IReadOnlyList<SubnetAddress>> { [2] = [new SubnetAddress { IPAddress = "10.2.0.99" }] } });
        Assert.DoesNotContain(plan.Changes, c => c.Resource.StartsWith("10.2.", StringComparison.Ordinal) || c.Kind == ResourceKind.Vlan);
        Assert.Contains("Subnet 10.2.0.0/24 is not in the design and stays: addresses are in use: 10.2.0.99.", plan.Messages);
        Assert.Contains("VLAN pxe/7 is not in the design and stays: it carries 10.2.0.0/24.", plan.Messages);
    }

    [Fact]
    public void A_range_with_an_address_in_use_stays()
    {
        var plan = Prune(
            new() { Addresses = new Dictionary<int, IReadOnlyList<SubnetAddress>> { [1] = [new SubnetAddress { IPAddress = "10.1.0.35" }] } });
        Assert.DoesNotContain(plan.Changes, c => c.Resource == "10.1.0.30-10.1.0.40");
    }

    [Fact]
    public void A_VLAN_with_interfaces_stays() =>
        Assert.DoesNotContain(Prune(new() { Vlans = new HashSet<int> { Old.Id } }).Changes, c => c.Kind == ResourceKind.Vlan);

    [Fact]
    public void A_subnet_that_an_interface_without_an_address_is_linked_to_stays()
    {
        var plan = Prune(new() { Subnets = new HashSet<int> { Gone.Id } });
        Assert.DoesNotContain(plan.Changes, c => c.Kind is ResourceKind.Subnet or ResourceKind.Vlan);
        Assert.Contains("Subnet 10.2.0.0/24 is not in the design and stays: interfaces are linked to it.", plan.Messages);
    }

    [Fact]
    public async Task A_device_is_a_user_of_what_it_is_on()
    {
        var nic = new NetworkInterface { Name = "eth0", Vlan = Old, Links = [new InterfaceLink { Mode = "dhcp", Subnet = Gone }] };
        var maas = new FakeMaas
        {
            Subnets = new RecordingSubnets(Pxe),
            RackControllers = new FakeRacks(),
            Machines = new FakeMachines(),
            Devices = new FakeDevices(new Device { Hostname = "printer", Interfaces = [nic] }),
        };
        var stale = StaleNetwork.Find(Design, Maas, SiteNetworkPlanner.Plan(Design, Maas));
        var use = await NetworkUseReader.ReadAsync(maas, stale, Maas, TestContext.Current.CancellationToken);
        Assert.Contains(Old.Id, use.Vlans);
        Assert.Contains(Gone.Id, use.Subnets);
    }

    [Fact]
    public void A_VLAN_that_others_relay_to_stays()
    {
        var maas = Maas with { Fabrics = [.. Maas.Fabrics, Fabric(10, "far", Vlan(95, 0, "far", 10) with { RelayVlan = Old })] };
        var plan = Prune(new(), maas);
        Assert.DoesNotContain(plan.Changes, c => c.Kind == ResourceKind.Vlan);
        Assert.Contains("VLAN pxe/7 is not in the design and stays: DHCP of far/0 is relayed to it.", plan.Messages);
    }

    [Fact]
    public void Relay_DHCP_and_racks_of_a_VLAN_that_stays_end_with_its_last_subnet_before_the_ranges_go()
    {
        var relayed = Old with { RelayVlan = Foreign };
        var maas = Maas with
        {
            Fabrics = [Fabric(2, "pxe", Untagged, relayed), Fabric(9, "theirs", Foreign)],
            Subnets = [Pxe, Gone with { Vlan = relayed }, Theirs],
        };
        Assert.Equal(
            ["set DHCP relay of Vlan pxe/7: theirs/7 -> (none)", "delete IPRange 10.2.0.10-10.2.0.20: dynamic", "delete Subnet 10.2.0.0/24: gone"],
            Prune(new() { Vlans = new HashSet<int> { Old.Id } }, maas).Changes.Select(c => c.ToString())
                .Where(c => !c.Contains("10.1.0.", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            Prune(new() { Vlans = new HashSet<int> { Old.Id }, Subnets = new HashSet<int> { Gone.Id } }, maas).Changes, c => c.Kind == ResourceKind.Vlan);
    }

    [Fact]
    public void The_untagged_VLAN_of_a_fabric_is_relayed_no_more_when_the_design_has_no_network_on_it()
    {
        var untagged = Untagged with { RelayVlan = Foreign };
        var tagged = Vlan(22, 30);
        var design = SiteWith([GetNetwork("data", "10.1.0.0/24", "30")], [Link("pxe", null, "data")]);
        var maas = new SiteSnapshot { Fabrics = [Fabric(2, "pxe", untagged, tagged), Fabric(9, "theirs", Foreign)], Subnets = [Pxe with { Vlan = tagged }] };
        var stale = StaleNetwork.Find(design, maas, SiteNetworkPlanner.Plan(design, maas));
        Assert.Equal(
            ["set DHCP relay of Vlan pxe/0: theirs/7 -> (none)"],
            Assert.Single(NetworkPrunePlanner.Plan(stale, maas, new())).Value.Changes.Select(c => c.ToString()));
    }

    [Fact]
    public void A_VLAN_goes_together_with_the_one_that_is_relayed_to_it()
    {
        var relay = Vlan(23, 6) with { RelayVlan = Old };
        var maas = Maas with { Fabrics = [Fabric(2, "pxe", Untagged, Old, relay), Fabric(9, "theirs", Foreign)] };
        Assert.Equal(
            ["delete Vlan pxe/6: vlan6", "delete Vlan pxe/7: vlan7"],
            Prune(new(), maas).Changes.Where(c => c.Kind == ResourceKind.Vlan).Select(c => c.ToString()));
        Assert.Equal(
            ["set DHCP relay of Vlan pxe/6: pxe/7 -> (none)", "delete Vlan pxe/7: vlan7"],
            Prune(new() { Vlans = new HashSet<int> { relay.Id } }, maas).Changes.Where(c => c.Kind == ResourceKind.Vlan).Select(c => c.ToString()));
    }

    private static SiteDesign Design { get; } = SiteWith(
        [GetNetwork("pxe", "10.1.0.0/24") with { Ranges = [Reserved("10.1.0.10", "10.1.0.20")] }], [Link("pxe", "pxe", "pxe")]);

    private static Plan Prune(NetworkUse use, SiteSnapshot? maas = null)
    {
        maas ??= Maas;
        var stale = StaleNetwork.Find(Design, maas, SiteNetworkPlanner.Plan(Design, maas));
        return Assert.Single(NetworkPrunePlanner.Plan(stale, maas, use)).Value;
    }
}
