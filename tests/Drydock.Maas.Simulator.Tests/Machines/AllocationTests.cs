using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>Which machine an allocation gets.</summary>
public sealed class AllocationTests
{
    private readonly OneMachine _lab = new(others: 2);

    [Fact]
    public void A_constraint_chooses_the_machine()
    {
        var answer = Allocate(("name", _lab.Machines[1].Hostname), ("agent_name", "tests"));

        Assert.Equal(_lab.Machines[1].SystemId, OneMachine.Json(answer)["system_id"]!.GetValue<string>());
        Assert.Equal(MachineStatus.Allocated, _lab.Machines[1].Status);
        Assert.Equal("tests", _lab.Machines[1].AgentName);
    }

    [Fact]
    public void A_dry_run_takes_nothing()
    {
        Assert.Equal(200, Allocate(("dry_run", "true")).Status);
        Assert.All(_lab.Machines, machine => Assert.Equal(MachineStatus.Ready, machine.Status));
    }

    [Theory]
    [InlineData("mem", "1.5", "[('mem', ['1.5'])] (resolved to \"mem=1.5\")")]
    [InlineData("cpu_count", "64", "[('cpu_count', ['64'])] (resolved to \"cpu_count=64.0\")")]
    [InlineData("name", "nobody", "[('name', ['nobody'])] (resolved to \"name=nobody\")")]
    public void What_nothing_fits_is_told_as_asked_and_as_understood(string name, string value, string told)
    {
        foreach (var machine in _lab.Machines)
            (machine.Memory, machine.CpuCount) = (1, 1);

        var answer = Allocate((name, value));

        Assert.Equal((409, "No available machine matches constraints: " + told), (answer.Status, answer.BodyText));
    }

    [Theory]
    [InlineData("interfaces", "nic:name=eno1,link_speed=1000", 200)]
    [InlineData("devices", "vendor_id=10de", 409)]
    public void Labelled_constraints_are_understood_and_no_machine_has_a_device(string name, string value, int status) =>
        Assert.Equal(status, Allocate((name, value)).Status);

    [Fact]
    public void The_cheapest_machine_that_fits_is_taken()
    {
        (_lab.Machines[0].CpuCount, _lab.Machines[1].CpuCount, _lab.Machines[2].CpuCount) = (8, 2, 4);

        Assert.Equal(_lab.Machines[1].SystemId, OneMachine.Json(Allocate())["system_id"]!.GetValue<string>());
        Assert.Equal(_lab.Machines[2].SystemId, OneMachine.Json(Allocate())["system_id"]!.GetValue<string>());
    }

    [Fact]
    public void What_met_labelled_constraints_is_told_by_label()
    {
        var machine = _lab.Machine;
        var answer = OneMachine.Json(Allocate(
            ("name", machine.Hostname), ("storage", "root:10,data:10"), ("interfaces", "boot:name=eno1;any:type=physical"), ("verbose", "true")))["constraints_by_type"]!;

        Assert.Equal(machine.EffectiveBootDisk!.Id, answer["storage"]!["root"]![0]!.GetValue<int>());
        Assert.Equal(machine.Interfaces[0].Id, answer["interfaces"]!["boot"]![0]!.GetValue<int>());
        Assert.Equal(2, answer["interfaces"]!["any"]!.AsArray().Count);
        Assert.Equal("root", answer["verbose_storage"]![$"{machine.Id}"]![$"{machine.EffectiveBootDisk.Id}"]!.GetValue<string>());
        Assert.Equal(_lab.Machines.Count, answer["verbose_interfaces"]!["boot"]!.AsObject().Count);
    }

    [Theory]
    [InlineData("fabric_classes", "nosuch", 409)]
    [InlineData("not_fabric_classes", "nosuch", 200)]
    [InlineData("pod", "nosuch", 409)]
    [InlineData("hostname", "node", 400)]
    [InlineData("install_kvm", "true", 400)]
    public void An_allocation_knows_the_constraints_of_lists_but_those_of_their_own(string name, string value, int status) =>
        Assert.Equal(status, Allocate((name, value)).Status);

    [Fact]
    public void When_all_machines_are_taken_no_constraint_is_blamed()
    {
        foreach (var _ in _lab.Machines)
            Allocate();

        Assert.Equal("No machine available.", Allocate().BodyText);
    }

    private Http.ApiResponse Allocate(params (string Name, string Value)[] form) => _lab.Ask("POST", "machines/", "allocate", form);
}
