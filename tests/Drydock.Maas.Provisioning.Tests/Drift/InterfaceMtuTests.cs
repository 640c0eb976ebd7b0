using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>MAAS carries an MTU that somebody changes through bonds and VLAN interfaces: one cause, and every write that mends it is told.</summary>
public sealed class InterfaceMtuTests
{
    [Theory]
    [InlineData("eno2", "1400")]
    [InlineData("bond0", "1400")]
    [InlineData("bond0.110", "9100")]
    public async Task Every_write_of_the_next_run_is_in_the_finding(string nic, string mtu)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.OnNic(nic, "PUT", null, ("mtu", mtu));
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal((nic, ChangeProperty.Mtu), (drift.Resource, drift.Property));
        site.Maas.Core.Log.Clear();
        var changes = (await site.Maas.RunAsync(NodeStepKind.Network)).SelectMany(r => r.Changes).Select(c => c.ToString()).ToList();
        Assert.Equal(site.Maas.Writes, changes.Count);
        Assert.Equal(drift.Consequences.Append($"set mtu of Interface {nic}: {mtu} -> 9000").Order(), changes.Order());
    }

    /// <summary>As a real MAAS does it (3.4.10).</summary>
    [Fact]
    public async Task A_smaller_MTU_goes_up_and_a_larger_one_down_and_an_empty_one_is_removed()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.OnNic("eno2", "PUT", null, ("mtu", "1400"));
        Assert.Equal([1400, 9000, 1400, 1400], Own(site, "eno2", "eno3", "bond0", "bond0.110"));
        site.OnNic("bond0.110", "PUT", null, ("mtu", "9100"));
        Assert.Equal([9100, 9100, 9100, 9100], Own(site, "eno2", "eno3", "bond0", "bond0.110"));
        site.OnNic("bond0.110", "PUT", null, ("mtu", ""));
        Assert.Equal([9100, null], Own(site, "bond0", "bond0.110"));
    }

    /// <summary>A VLAN interface that is made with a smaller MTU gives that to a NIC without its own.</summary>
    [Fact]
    public async Task A_NIC_below_VLAN_interfaces_of_a_smaller_MTU_has_its_own_from_the_first_run_on()
    {
        var node = new DrydockNode
        {
            Name = "node1",
            BootMac = NodeDesign.BootMac,
            Interfaces = [Nic("eno1", "pxe", "pxe"), Nic("eno2", "gp", "mgmt", "data")],
            Addressing = [FromDhcp("pxe"), Static("mgmt", "10.2.0.7"), Static("data", "10.3.0.7")],
        };
        var networks = new[] { GetNetwork("pxe", "10.1.0.0/24"), GetNetwork("mgmt", "10.2.0.0/24"), GetNetwork("data", "10.3.0.0/24", "110", 1500) };
        using var maas = await InProcessMaas.StartAsync(
            SiteWith(networks, [Link("pxe", "pxe", "pxe"), Link("gp", "mgmt", "mgmt", "data") with { Mtu = 9000 }], node));
        maas.Commission();
        await maas.RunSiteAsync();
        var first = Assert.Single(await maas.RunAsync(NodeStepKind.Network));
        Assert.Contains("set mtu of Interface eno2: 9000 of its VLAN -> 9000", first.Changes.Select(c => c.ToString()));
        maas.Core.Log.Clear();
        Assert.Equal(StepStatus.Unchanged, Assert.Single(await maas.RunAsync(NodeStepKind.Network)).Status);
        Assert.Equal(0, maas.Writes);
    }

    private static IEnumerable<int?> Own(DriftSite site, params IReadOnlyList<string> nics) =>
        nics.Select(n => Simulator.Resources.Interfaces.MtuPropagation.Read(site.Nic(n)));
}
