using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What is refused on which status.</summary>
public sealed class StatusRuleTests
{
    [Theory]
    [InlineData("commission", 400, "New Ready Broken FailedCommissioning")]
    [InlineData(
        "test",
        400,
        "New Missing Reserved Retired Ready Allocated Deployed Broken FailedCommissioning FailedDeployment ReleasingFailed FailedDiskErasing "
        + "RescueMode FailedToEnterRescueMode FailedToExitRescueMode FailedTesting")]
    [InlineData("deploy", 409, "Ready Allocated")]
    [InlineData(
        "release", 409, "Ready Releasing Allocated Reserved Broken Deploying Deployed FailedDeployment FailedDiskErasing ReleasingFailed")]
    [InlineData("abort", 409, "Commissioning Testing Deploying DiskErasing")]
    [InlineData("mark_fixed", 409, "Broken")]
    [InlineData("lock", 409, "Deploying Deployed")]
    [InlineData("override_failed_testing", 409, "FailedTesting")]
    [InlineData("exit_rescue_mode", 409, "EnteringRescueMode FailedToEnterRescueMode RescueMode ExitingRescueMode FailedToExitRescueMode")]
    [InlineData(
        "rescue_mode",
        409,
        "New FailedCommissioning Ready Reserved Allocated FailedDeployment Deployed Missing Retired Broken FailedDiskErasing "
        + "EnteringRescueMode FailedToEnterRescueMode FailedTesting")]
    [InlineData("get_curtin_config", 400, "Deploying Deployed FailedDeployment")]
    [InlineData("set_storage_layout", 409, "Ready")]
    [InlineData("mount_special", 409, "Ready Allocated")]
    [InlineData("unmount_special", 409, "Ready Allocated")]
    [InlineData("restore_networking_configuration", 409, "Ready FailedTesting")]
    [InlineData("restore_storage_configuration", 409, "Ready FailedTesting")]
    [InlineData("restore_default_configuration", 409, "Ready FailedTesting")]
    public void An_operation_is_refused_on_all_other_statuses(string operation, int refusal, string allowed)
    {
        var statuses = allowed.Split(' ').Select(Enum.Parse<MachineStatus>).ToHashSet();
        foreach (var status in Enum.GetValues<MachineStatus>())
        {
            var lab = new OneMachine();
            lab.Be(status);
            (lab.Machine.Owner is null ? lab.Machine.SpecialFilesystems : lab.Machine.AcquiredSpecialFilesystems)
                .Add(SimulatedFilesystem.New("tmpfs") with { MountPoint = "/run/lab" });
            var mountPoint = operation == "mount_special" ? "/tmp" : "/run/lab";
            var form = new[] { ("storage_layout", "flat"), ("fstype", "tmpfs"), ("mount_point", mountPoint) };

            var answer = lab.Ask(
                operation.StartsWith("get_", StringComparison.Ordinal) ? "GET" : "POST",
                $"machines/{lab.Machine.SystemId}/",
                operation,
                form);

            Assert.Equal((status, statuses.Contains(status) ? 200 : refusal), (status, answer.Status));
        }
    }

    [Theory]
    [InlineData("volume-groups/", "Cannot create volume group because the machine is not Ready.")]
    [InlineData("raids/", "Cannot create RAID because the machine is not Ready.")]
    [InlineData("bcaches/", "Cannot create Bcache because the machine is not Ready.")]
    [InlineData("bcache-cache-sets/", "Cannot create cache set because the node is not Ready.")]
    public void Volumes_are_put_together_on_Ready_machines_only(string path, string refusal)
    {
        var lab = new OneMachine();
        lab.Be(MachineStatus.Allocated);

        var answer = lab.Node("POST", path);

        Assert.Equal((409, refusal), (answer.Status, answer.BodyText));
    }

    [Fact]
    public void Interfaces_of_a_deployed_machine_may_be_renamed_but_not_linked()
    {
        var lab = new OneMachine();
        lab.Be(MachineStatus.Deployed);

        var renamed = lab.Node("PUT", "interfaces/eno2/", ("name", "lan0"));
        var linked = lab.Ask("POST", $"nodes/{lab.Machine.SystemId}/interfaces/lan0/", "link_subnet", ("mode", "auto"), ("subnet", "1"));

        Assert.Equal(200, renamed.Status);
        Assert.Equal(
            (409, "Cannot link subnet interface because the machine is not New, Ready, Allocated, or Broken."),
            (linked.Status, linked.BodyText));
    }

    [Fact]
    public void A_locked_machine_refuses_to_be_released_and_deleted()
    {
        var lab = new OneMachine();
        lab.Be(MachineStatus.Deployed);
        lab.Do("lock");

        Assert.Equal(403, lab.Do("release").Status);
        Assert.Equal(403, lab.Ask("DELETE", $"machines/{lab.Machine.SystemId}/", null).Status);
        Assert.Equal((409, "Machine is already locked"), (lab.Do("lock").Status, lab.Do("lock").BodyText));
        Assert.Equal(200, lab.Do("unlock").Status);
        Assert.Equal(200, lab.Do("release").Status);
    }

    [Fact]
    public void A_bulk_release_names_every_machine_in_the_wrong_status_and_releases_none()
    {
        var lab = new OneMachine(others: 1);
        lab.Be(MachineStatus.Commissioning);
        lab.Machines[1].Status = MachineStatus.Allocated;

        var answer = lab.Ask(
            "POST", "machines/", "release", ("machines", lab.Machines[0].SystemId), ("machines", lab.Machines[1].SystemId));

        Assert.Equal(409, answer.Status);
        Assert.Equal($"Machine(s) cannot be released in their current state: {lab.Machine.SystemId} ('Commissioning').", answer.BodyText);
        Assert.Equal(MachineStatus.Allocated, lab.Machines[1].Status);
    }

    [Fact]
    public void Power_on_wants_an_owner()
    {
        var answer = new OneMachine().Do("power_on");

        Assert.Equal((409, "Can't start node: it hasn't been allocated."), (answer.Status, answer.BodyText));
    }

    [Fact]
    public void Only_the_owner_annotates_and_marks_broken()
    {
        var lab = new OneMachine();

        Assert.Equal(403, lab.Do("mark_broken").Status);
        Assert.Equal(409, lab.Do("set_workload_annotations", ("role", "web")).Status);
        lab.Be(MachineStatus.Allocated);
        Assert.Equal(200, lab.Do("set_workload_annotations", ("role", "web")).Status);
        Assert.Equal(200, lab.Do("mark_broken").Status);
    }

    [Theory]
    [InlineData("deploy")]
    [InlineData("release")]
    [InlineData("power_off")]
    [InlineData("rescue_mode")]
    [InlineData("commission")]
    [InlineData("mark_fixed")]
    public void Others_are_refused_without_a_word(string operation)
    {
        var lab = new OneMachine();
        lab.Be(MachineStatus.Allocated);

        var answer = lab.AskAs("user1", "POST", $"machines/{lab.Machine.SystemId}/", operation);

        Assert.Equal((403, ""), (answer.Status, answer.BodyText));
    }
}
