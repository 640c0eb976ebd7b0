using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Deploy;

public sealed class DeployPlannerTests
{
    private static readonly DrydockNode Node = NodeDesign.InSite(new DrydockNode
    {
        Name = "node1",
        Image = "jammy",
        Kernel = "ga-22.04",
        OwnerData = new Dictionary<string,
        string> { ["role"] = "compute", ["zone"] = "a" },
    });

    [Fact]
    public void A_Ready_machine_is_allocated_annotated_and_deployed()
    {
        var plan = Plan(Machines.In("Ready"));
        Assert.Equal(
            [
                "allocate Machine node1",
                "set owner data role of Machine node1: (none) -> compute",
                "set owner data zone of Machine node1: (none) -> a",
                "deploy Machine node1: jammy ga-22.04",
            ],
            plan.InWords());
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[^1].Severity);
        Assert.Equal(3, plan.Operations.Count);
    }

    [Fact]
    public void An_interface_that_takes_an_address_on_a_subnet_MAAS_does_not_manage_is_told()
    {
        var link = new InterfaceLink { Mode = "auto", Subnet = new Subnet { Cidr = "10.1.0.0/24" } };
        var machine = Machines.In("Ready") with { Interfaces = [new NetworkInterface { Name = "eno9", Links = [link] }] };
        Assert.Contains(Plan(machine).Messages, m => m.StartsWith("Interface eno9 of machine node1 takes an address of MAAS's choosing on subnet 10.1.0.0/24", StringComparison.Ordinal));
        var managed = machine with { Interfaces = [new NetworkInterface { Name = "eno9", Links = [link with { Subnet = link.Subnet with { Managed = true } }] }] };
        Assert.DoesNotContain(Plan(managed).Messages, m => m.Contains("eno9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_machine_than_was_asked_for_is_given_back_and_nothing_is_deployed()
    {
        var (mine, other) = (Machines.In("Ready"), Machines.Named("other"));
        var machines = new FakeMachines { All = [mine, other], Allocated = other };
        var error = await Assert.ThrowsAsync<NodeException>(() => Plan(mine).ApplyAsync(new FakeMaas { Machines = machines }, mine));
        Assert.Equal(ErrorIds.WrongMachineAllocated, error.ErrorId);
        Assert.Contains("asked for machine node1 (id-node1) and allocated other (id-other)", error.Message, StringComparison.Ordinal);
        Assert.Equal(["allocate id-other", "release id-other"], machines.Requests);
    }

    [Fact]
    public void Owner_data_that_MAAS_cannot_hold_are_left_out_and_said()
    {
        var keys = new Dictionary<string, string> { ["beta.kubernetes.io/ready"] = "true", ["op"] = "x", ["role"] = "compute", ["empty"] = "" };
        var node = NodeDesign.InSite(new DrydockNode { Name = "node1", Image = "jammy", OwnerData = keys });
        var plan = DeployPlanner.Plan(node, Machines.In("Ready"), "admin", new DeployStepOptions());
        Assert.Equal(
            ["allocate Machine node1", "set owner data role of Machine node1: (none) -> compute", "deploy Machine node1: jammy"], plan.InWords());
        Assert.Equal(["beta.kubernetes.io/ready", "op"], plan.Messages.Select(m => m.Split(' ')[2]));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("")]
    [InlineData(null)]
    public void An_allocated_machine_of_ours_is_resumed(string? owner) =>
        Assert.Equal(["deploy Machine node1: jammy ga-22.04"], Plan(Annotated("Allocated") with { Owner = owner }).InWords());

    [Fact]
    public void An_allocated_machine_of_somebody_else_is_refused()
    {
        var error = Assert.Throws<NodeException>(() => Plan(Machines.In("Allocated") with { Owner = "eve" }));
        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains("allocated to eve, not to admin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Deploying_machine_is_waited_for()
    {
        var plan = Plan(Machines.In("Deploying"));
        Assert.Empty(plan.Changes);
        Assert.Contains("waiting for it", Assert.Single(plan.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Deployed_machine_as_designed_is_not_touched()
    {
        var plan = Plan(Annotated("Deployed") with { Owner = "admin", Osystem = "ubuntu", DistroSeries = "jammy", HweKernel = "ga-22.04" });
        Assert.Empty(plan.Changes);
        Assert.Empty(plan.Messages);
    }

    [Fact]
    public void Another_image_or_kernel_on_a_Deployed_machine_is_told_and_left()
    {
        var plan = Plan(Annotated("Deployed") with { Owner = "admin", DistroSeries = "focal", HweKernel = "ga-20.04" });
        Assert.Empty(plan.Changes);
        Assert.Equal(
            [
                "Machine node1 runs focal, the design says jammy; release it to deploy anew.",
                "Machine node1 runs kernel ga-20.04, the design says ga-22.04; release it to deploy anew.",
            ],
            plan.Messages);
    }

    [Fact]
    public void A_Deployed_machine_that_a_failed_release_left_without_a_system_is_told_to_be_one()
    {
        var plan = Plan(Annotated("Deployed") with { Owner = "admin", Osystem = "", DistroSeries = "" });
        Assert.Equal(
            "MAAS names no operating system for machine node1, as after a release that failed, the design says jammy; release it to deploy anew.",
            Assert.Single(plan.Messages));
    }

    [Theory]
    [InlineData("rocky9", "custom", "rocky9")]
    [InlineData("custom/rocky9", "custom", "rocky9")]
    [InlineData("22.04", "ubuntu", "jammy")]
    [InlineData("ubuntu/22.04", "ubuntu", "jammy")]
    [InlineData("windows/win2016", "windows", "win2016")]
    public void A_Deployed_machine_has_its_image_by_any_of_its_names_whatever_kernel_installed_it(string image, string system, string series)
    {
        var node = NodeDesign.InSite(new DrydockNode { Name = "node1", Image = image, Kernel = system == "ubuntu" ? "ga-22.04" : "no-kernel" });
        var machine = Machines.In("Deployed") with { Owner = "admin", Osystem = system, DistroSeries = series, HweKernel = "ga-22.04" };
        Assert.Empty(DeployPlanner.Plan(node, machine, "admin", new DeployStepOptions()).Messages);
    }

    [Theory]
    [InlineData("ubuntu/jammy", "ubuntu/jammy")]
    [InlineData("ubuntu/22.04", "jammy")]
    [InlineData("22.04", "jammy")]
    [InlineData("custom/rocky9", "custom/rocky9")]
    [InlineData("windows/win2016", "win2016")]
    public async Task An_image_is_sent_by_a_name_that_every_MAAS_takes(string image, string sent)
    {
        var machine = Machines.In("Allocated") with { Owner = "admin" };
        var machines = new FakeMachines { All = [machine] };
        var node = NodeDesign.InSite(new DrydockNode { Name = "node1", Image = image });
        await DeployPlanner.Plan(node, machine, "admin", new DeployStepOptions()).ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.Equal(sent, machines.Deployment!.DistroSeries);
    }

    [Fact]
    public void Owner_data_of_a_Deployed_machine_follow_the_design()
    {
        var machine = Annotated("Deployed") with { Owner = "admin", DistroSeries = "jammy" };
        var annotations = new Dictionary<string, string> { ["role"] = "control", ["zone"] = "a", ["foreign"] = "x" };
        var changed = machine with { WorkloadAnnotations = annotations };
        Assert.Equal(["set owner data role of Machine node1: control -> compute"], Plan(changed).InWords());
    }

    [Fact]
    public void Owner_data_of_a_locked_machine_are_told_and_left()
    {
        var plan = Plan(Machines.In("Deployed") with { Owner = "admin", DistroSeries = "jammy", Locked = true });
        Assert.Empty(plan.Changes);
        Assert.All(plan.Blocked, change => Assert.Equal("machine is locked in MAAS; unlock it first", change.Blocker));
        Assert.Equal(2, plan.Blocked.Count);
    }

    [Theory]
    [InlineData("New", "Commission it first")]
    [InlineData("Commissioning", "Invoke-MaasCommission waits for its end; Stop-MaasOperation")]
    [InlineData("Failed testing", "Commission it first")]
    [InlineData("Broken", "Somebody marked it broken")]
    [InlineData("Releasing", "It has to be Ready")]
    public void Any_other_status_is_an_error_that_says_what_to_do(string status, string advice)
    {
        var error = Assert.Throws<NodeException>(() => Plan(Machines.In(status)));
        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains($"is {status}: deployment is not possible. {advice}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ready")]
    [InlineData("Allocated")]
    public void A_locked_machine_is_not_touched(string status) =>
        Assert.Equal(
            ErrorIds.MachineLocked, Assert.Throws<NodeException>(() => Plan(Machines.In(status) with { Locked = true })).ErrorId);

    [Fact]
    public async Task All_owner_data_that_differ_go_in_one_request_with_nothing_else()
    {
        var annotations = new Dictionary<string, string> { ["zone"] = "a" };
        var machine = Machines.In("Allocated") with { Owner = "admin", WorkloadAnnotations = annotations };
        var machines = new FakeMachines { All = [machine] };
        await Plan(machine).ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.Equal(["annotate id-node1", "deploy id-node1"], machines.Requests);
        Assert.Equal([("role", "compute")], machines.Annotations!.Select(a => (a.Key, a.Value)));
        Assert.Equal(
            ("jammy", "ga-22.04", null), (machines.Deployment!.DistroSeries, machines.Deployment.HweKernel, machines.Deployment.UserData));
    }

    [Fact]
    public async Task Hardware_sync_and_running_from_memory_are_passed_on_and_told()
    {
        var machine = Machines.In("Allocated") with { WorkloadAnnotations = Node.OwnerData };
        var machines = new FakeMachines { All = [machine] };
        var plan = DeployPlanner.Plan(Node, machine, "admin", new DeployStepOptions { HardwareSync = true, Ephemeral = true });
        Assert.Equal(["deploy Machine node1: jammy ga-22.04, in memory, with hardware sync"], plan.InWords());
        await plan.ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.True(machines.Deployment is { EphemeralDeploy: true, EnableHwSync: true });
    }

    private static Machine Annotated(string status) => Machines.In(status) with { WorkloadAnnotations = Node.OwnerData };

    private static Plan Plan(Machine machine) => DeployPlanner.Plan(Node, machine, "admin", new DeployStepOptions());
}
