using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody changes of a bridge is one finding, and the next run mends it.</summary>
public sealed class BridgeChangeTests
{
    private static readonly Dictionary<string, ManualChange> Changes = new ManualChange[]
    {
        new("stp", s => s.OnNic("br-mgmt", "PUT", null, ("bridge_stp", "true")), "spanning tree of Interface br-mgmt is on, the design says off"),
        new("delay", s => s.OnNic("br-data", "PUT", null, ("bridge_fd", "4")), "forward delay of Interface br-data is 4, the design says 15"),
        new("type", s => s.OnNic("br-data", "PUT", null, ("bridge_type", "ovs")), "type of Interface br-data is ovs, the design says standard"),
        new("MTU", s => s.OnNic("br-mgmt", "PUT", null, ("mtu", "1400")), "mtu of Interface br-mgmt is 1400, the design says 9000"),
        new("name", s => s.OnNic("br-mgmt", "PUT", null, ("name", "br9")), "name of Interface br9 is br9, the design says br-mgmt"),
        new("gone", s => s.OnNic("br-mgmt", "DELETE", null), "Interface br-mgmt is missing: bridge over bond0", 2),
        new("gone from a VLAN", s => s.OnNic("br-data", "DELETE", null), "Interface br-data is missing: bridge over bond0.110", 2),
        new("VLAN interface gone", s => s.OnNic("bond0.110", "DELETE", null), "Interface bond0.110 is missing: VLAN gp/110", 3),
        new("bond gone", s => s.OnNic("bond0", "DELETE", null), "Interface bond0 is missing: 802.3ad of eno2, eno3", 8),
        new("link gone", s => s.Unlink("br-data"), "link of Interface br-data is missing: static 10.3.0.11 on 10.3.0.0/24"),
        new("VLAN", s => s.OnNic("br-mgmt", "PUT", null, ("vlan", Text(Untagged(s, "pxe").Id))), "vlan of Interface br-mgmt is pxe/0, the design says gp/0", 2),
        new("link below", s => s.OnNic("bond0", "POST", "link_subnet", ("mode", "dhcp"), ("subnet", Text(s.Subnet("10.2.0.0/24").Id))),
            "link of Interface bond0 is not in the design: dhcp 10.2.0.0/24"),
        new("extra bridge", s => s.OnNode("POST", "interfaces/", "create_bridge", ("name", "br7"), ("parent", Text(s.Nic("bond0.120").Id))),
            "Interface br7 is not in the design: bridge on bond0.120", 2),
    }.ToDictionary(c => c.Name);

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_of_a_bridge_is_one_finding(string name)
    {
        var change = Changes[name];
        using var site = await DriftSite.StartAsync(deployed: false, DriftDesign.WithBridges());
        Assert.Empty(await site.CompareAsync());
        change.Make(site);
        Assert.StartsWith($"node1: {change.Finding}", Assert.Single(await site.CompareAsync()).ToString(), StringComparison.Ordinal);
        Assert.Equal(change.Writes, await site.RepairAsync());
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task A_change_of_a_deployed_machines_bridge_says_what_stands_in_its_way()
    {
        using var site = await DriftSite.StartAsync(deployed: false, DriftDesign.WithBridges());
        Changes["stp"].Make(site);
        await site.Maas.DeployAsync();
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal("machine is Deployed; release it first", drift.Blocker);
        Assert.Equal(0, await site.RepairAsync());
    }

    [Fact]
    public async Task Bridges_that_MAAS_made_at_deployment_are_no_finding()
    {
        using var site = await DriftSite.StartAsync(deployed: true, DriftDesign.WithBridges());
        var nic = site.Nic("bond0.120");
        var bridge = new SimulatedInterface { Id = 9999, Node = site.Machine, Name = "br-bond0.120", Type = "bridge", Vlan = nic.Vlan, Params = [] };
        bridge.Parents.Add(nic);
        bridge.Links.AddRange(nic.Links);
        nic.Links.Clear();
        site.Machine.Interfaces.Add(bridge);
        Assert.Empty(await site.CompareAsync());
        Assert.DoesNotContain(await site.CompareAsync(detailed: true), d => d.Resource == "br-bond0.120");
    }

    private static SimulatedVlan Untagged(DriftSite site, string fabric) => site.Maas.State.Vlans.First(v => v.Fabric.Name == fabric && v.Vid == 0);
}
