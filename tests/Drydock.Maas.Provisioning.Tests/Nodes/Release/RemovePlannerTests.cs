using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Release;

public sealed class RemovePlannerTests
{
    [Fact]
    public void A_machine_is_deleted()
    {
        var plan = RemovePlanner.Plan(NodeDesign.Plain(), Machines.In("Ready") with { PowerType = "ipmi" }, new RemoveStepOptions(), "admin");
        Assert.Equal(["delete Machine node1: id-node1, Ready"], plan.InWords());
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
    }

    [Fact]
    public void A_libvirt_machine_forgets_its_hypervisor_first()
    {
        var node = NodeDesign.InSite(
            new DrydockNode { Name = "node1", Oob = new OobSettings { Type = "libvirt", LibvirtUri = "qemu+ssh://h/system" } });
        var plan = RemovePlanner.Plan(node, Machines.In("Ready") with { PowerType = "virsh" }, new RemoveStepOptions(), "admin");
        Assert.Equal(["set power_type of Machine node1: virsh -> manual", "delete Machine node1: id-node1, Ready"], plan.InWords());
    }

    [Fact]
    public void A_protected_machine_is_refused()
    {
        var machine = Machines.In("Ready") with { TagNames = ["keep"] };
        var options = new RemoveStepOptions { ProtectTags = ["keep"], AllowOtherOwner = true };
        Assert.Equal(
            ErrorIds.MachineProtected, Assert.Throws<NodeException>(
                () => RemovePlanner.Plan(NodeDesign.Plain(), machine, options, "admin")).ErrorId);
    }

    [Fact]
    public void A_virtual_machine_that_MAAS_composed_is_not_deleted_on_its_host()
    {
        var plan = RemovePlanner.Plan(NodeDesign.Plain(), Machines.In("Ready") with { PowerType = "lxd" }, new RemoveStepOptions(), "admin");
        Assert.Equal(["set power_type of Machine node1: lxd -> manual", "delete Machine node1: id-node1, Ready"], plan.InWords());
    }

    [Fact]
    public void A_machine_that_another_user_has_is_removed_by_force_only()
    {
        var machine = Machines.In("Commissioning") with { Owner = "eve" };
        Assert.Equal(
            ErrorIds.WrongMachineState,
            Assert.Throws<NodeException>(() => RemovePlanner.Plan(NodeDesign.Plain(), machine, new RemoveStepOptions(), "admin")).ErrorId);
        Assert.Single(RemovePlanner.Plan(NodeDesign.Plain(), machine, new RemoveStepOptions { AllowOtherOwner = true }, "admin").Changes);
    }
}
