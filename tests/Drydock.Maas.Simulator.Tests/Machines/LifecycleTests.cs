using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>How machines go through their life in simulated time.</summary>
public sealed class LifecycleTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public void Commissioning_finds_disks_and_leaves_the_machine_Ready_and_off()
    {
        var lab = new OneMachine();

        Assert.Equal(MachineStatus.Ready, lab.Machine.Status);
        Assert.Equal("off", lab.Machine.PowerState);
        Assert.Null(lab.Machine.Owner);
        Assert.Equal(["sda", "sdb"], lab.Machine.Disks.Select(disk => disk.Name));
    }

    [Theory]
    [InlineData(false, "eno1 eno2")]
    [InlineData(true, "eno1 eno2 bond0 br0")]
    public void Interfaces_that_a_commissioning_does_not_see_go_unless_networking_is_skipped(bool skip, string interfaces)
    {
        var lab = new OneMachine();
        var nics = lab.Machine.Interfaces.ToList();
        lab.Ask("PUT", $"nodes/{lab.Machine.SystemId}/interfaces/{nics[1].Id}/", null, ("vlan", $"{nics[0].Vlan!.Id}"));
        lab.Ask(
            "POST",
            $"nodes/{lab.Machine.SystemId}/interfaces/",
            "create_bond",
            ("name", "bond0"),
            ("parents", $"{nics[0].Id}"),
            ("parents", $"{nics[1].Id}"));
        lab.Ask("POST", $"nodes/{lab.Machine.SystemId}/interfaces/", "create_bridge", ("name", "br0"), ("parent", $"{lab.Machine.Interfaces[^1].Id}"));
        Assert.Equal(4, lab.Machine.Interfaces.Count);

        lab.Do("commission", ("skip_networking", skip ? "true" : "false"));
        lab.Pass(Long);

        Assert.Equal(MachineStatus.Ready, lab.Machine.Status);
        Assert.Equal(interfaces, string.Join(' ', lab.Machine.Interfaces.Select(i => i.Name)));
        Assert.Equal(skip, lab.Machine.Interfaces.TrueForAll(i => i.Type != "physical" || i.Links.Count == 0));
    }

    [Fact]
    public void A_deployment_takes_automatic_addresses_and_a_release_gives_them_back()
    {
        var lab = new OneMachine();
        lab.Do("deploy");
        lab.Pass(Long);
        var link = lab.Machine.Interfaces[0].Links[0];

        Assert.Equal(MachineStatus.Deployed, lab.Machine.Status);
        Assert.NotNull(link.Address);
        lab.Do("release");
        Assert.Equal(MachineStatus.Releasing, lab.Machine.Status);
        lab.Pass(Long);
        Assert.Equal(MachineStatus.Ready, lab.Machine.Status);
        Assert.Null(link.Address);
    }

    [Fact]
    public void A_machine_switched_by_hand_is_released_at_once()
    {
        var lab = new OneMachine();
        lab.Machine.PowerType = "manual";
        lab.Do("deploy");
        lab.Pass(Long);

        lab.Do("release");

        Assert.Equal(MachineStatus.Ready, lab.Machine.Status);
    }

    [Fact]
    public void Erasing_comes_before_the_release()
    {
        var lab = new OneMachine();
        lab.Do("deploy");
        lab.Pass(Long);

        lab.Do("release", ("erase", "true"));

        Assert.Equal(MachineStatus.DiskErasing, lab.Machine.Status);
        lab.Pass(Long);
        Assert.Equal(MachineStatus.Ready, lab.Machine.Status);
    }

    [Fact]
    public void Tests_of_a_deployed_machine_leave_it_deployed()
    {
        var lab = new OneMachine();
        lab.Be(MachineStatus.Deployed);

        lab.Do("test");
        Assert.Equal(MachineStatus.Testing, lab.Machine.Status);
        lab.Pass(Long);

        Assert.Equal(MachineStatus.Deployed, lab.Machine.Status);
    }

    [Fact]
    public void A_commissioning_that_skips_storage_keeps_the_layout()
    {
        var lab = new OneMachine();
        lab.Do("set_storage_layout", ("storage_layout", "lvm"));

        lab.Do("commission", ("skip_storage", "true"), ("skip_networking", "true"));
        lab.Pass(Long);

        Assert.Equal(MachineStatus.Ready, lab.Machine.Status);
        Assert.Single(lab.Machine.VolumeGroups);
        Assert.Equal("auto", lab.Machine.Interfaces[0].Links[0].Mode);
    }
}
