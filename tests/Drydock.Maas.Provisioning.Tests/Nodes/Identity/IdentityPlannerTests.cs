using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NodeDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

public sealed class IdentityPlannerTests
{
    private static readonly DrydockNode Libvirt =
        InSite(
            new DrydockNode { Name = "node1", Oob = new OobSettings { Type = "libvirt", LibvirtUri = "qemu+ssh://virt@10.0.0.1/system" } });

    [Fact]
    public void A_machine_of_the_nodes_name_and_domain_is_not_touched() =>
        Assert.Empty(IdentityPlanner.Plan(Plain(), Machines.Named("node1")).InWords());

    [Fact]
    public void MAAS_keeps_names_in_lower_case() => Assert.Empty(IdentityPlanner.Plan(Plain("Node1"), Machines.Named("node1")).InWords());

    [Fact]
    public async Task Name_and_domain_are_one_update()
    {
        var machine = Machines.Named("able-cow");
        var machines = new FakeMachines { All = [machine] };
        var plan = IdentityPlanner.Plan(InSite(new DrydockNode { Name = "node1", Domain = "example.com" }), machine);
        Assert.Equal(
            ["set hostname of Machine able-cow: able-cow -> node1", "set domain of Machine able-cow: local -> example.com"],
            plan.InWords());
        await plan.ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.Equal(["update id-able-cow"], machines.Requests);
        Assert.Equal(("node1", "example.com", null), (machines.Update!.Hostname, machines.Update.Domain, machines.Update.PowerType));
    }

    [Fact]
    public void Power_is_left_alone_unless_the_design_has_something_to_say() =>
        Assert.Null(NodePower.Read(WithBmc(), useNodeOobParameters: false));

    [Fact]
    public void A_libvirt_node_always_has_power_parameters()
    {
        var power = NodePower.Read(Libvirt, useNodeOobParameters: false)!;
        Assert.Equal("virsh", power.Type);
        Assert.Equal("node1", power.Parameters["power_id"]);
    }

    [Fact]
    public async Task Power_parameters_go_with_their_type()
    {
        var machine = Machines.Named("node1") with { PowerType = "manual" };
        var machines = new FakeMachines { All = [machine] };
        var plan = IdentityPlanner.Plan(WithBmc(), machine, NodePower.Read(WithBmc(), true), new PowerParameters());
        await plan.ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.Equal("ipmi", machines.Update!.PowerType);
        Assert.Equal(
            [("power_address", BmcAddress), ("power_user", "root"), ("power_pass", "calvin")],
            machines.Update.PowerParameters.Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public void Power_parameters_as_designed_are_not_touched()
    {
        var present = new PowerParameters
        {
            All = new Dictionary<string,
            string> { ["power_address"] = BmcAddress, ["power_user"] = "root", ["power_pass"] = "calvin", ["power_driver"] = "LAN_2_0" },
        };
        var machine = Machines.Named("node1") with { PowerType = "ipmi" };
        Assert.Empty(IdentityPlanner.Plan(WithBmc(), machine, NodePower.Read(WithBmc(), true), present).InWords());
    }

    [Fact]
    public void A_power_address_that_is_spelled_otherwise_is_not_touched()
    {
        var present = new PowerParameters { All = new Dictionary<string, string> { ["power_address"] = "https://[fd00::5]:443", ["power_user"] = "root", ["power_pass"] = "calvin" } };
        var node = WithBmc(address: "https://[FD00:0::5]:443");
        Assert.Empty(IdentityPlanner.Plan(node, Machines.Named("node1") with { PowerType = "ipmi" }, NodePower.Read(node, true), present).InWords());
    }

    [Fact]
    public void No_plan_shows_a_password()
    {
        var present = new PowerParameters
        {
            All = new Dictionary<string, string> { ["power_address"] = BmcAddress, ["power_user"] = "root", ["power_pass"] = "old-secret" },
        };
        var machine = Machines.Named("node1") with { PowerType = "ipmi" };
        var plan = IdentityPlanner.Plan(WithBmc(), machine, NodePower.Read(WithBmc(), true), present);
        Assert.Equal(["set power_pass of Machine node1: (secret) -> (new secret)"], plan.InWords());
    }

    [Fact]
    public void Power_changes_are_disruptive_names_are_cosmetic()
    {
        var plan = IdentityPlanner.Plan(Libvirt, Machines.Named("able-cow"), NodePower.Read(Libvirt, false), null);
        Assert.Equal(
            [ChangeSeverity.Cosmetic, ChangeSeverity.Disruptive, ChangeSeverity.Disruptive, ChangeSeverity.Disruptive],
            plan.Changes.Select(c => c.Severity));
    }

    [Fact]
    public async Task Machines_of_one_hypervisor_get_their_power_one_after_the_other()
    {
        var locks = new KeyedLock();
        var machine = Machines.Named("node1");
        var machines = new FakeMachines { All = [machine] };
        var plan = IdentityPlanner.Plan(Libvirt, machine, NodePower.Read(Libvirt, false), null);
        Task<IReadOnlyList<PlannedChange>> applying;
        using (await locks.EnterAsync(Libvirt.Oob.LibvirtUri!, TestContext.Current.CancellationToken))
        {
            applying = plan.ApplyAsync(new FakeMaas { Machines = machines }, machine, new IdentityExecutor(locks));
            Assert.Empty(machines.Requests);
        }

        await applying;
        Assert.Equal(["update id-node1"], machines.Requests);
    }
}
