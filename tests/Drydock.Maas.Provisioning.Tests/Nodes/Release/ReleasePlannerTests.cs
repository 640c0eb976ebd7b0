using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Release;

/// <summary>Given a machine in a status, the release is this.</summary>
public sealed class ReleasePlannerTests
{
    [Theory]
    [InlineData("Allocated")]
    [InlineData("Deploying")]
    [InlineData("Deployed")]
    [InlineData("Failed deployment")]
    [InlineData("Releasing failed")]
    public void A_machine_that_somebody_has_is_released(string status)
    {
        var plan = Plan(Machines.In(status) with { Owner = "admin", DistroSeries = "jammy" });
        Assert.Equal([$"release Machine node1: it is {status} with jammy"], plan.InWords());
        Assert.Equal(ChangeSeverity.Destructive, plan.Changes[0].Severity);
    }

    [Theory]
    [InlineData(false, "release Machine node1: it is Failed disk erasing with jammy, its disks are erased again")]
    [InlineData(true, "release Machine node1: it is Failed disk erasing with jammy")]
    public void An_erasing_that_failed_is_done_again_unless_it_need_not_be(bool noErase, string words)
    {
        var plan = Plan(Machines.In("Failed disk erasing") with { Owner = "admin", DistroSeries = "jammy" }, new ReleaseStepOptions { NoErase = noErase });
        Assert.Equal([words], plan.InWords());
        Assert.Equal(noErase, plan.Messages.Count == 0);
    }

    [Theory]
    [InlineData("New", "nothing to release")]
    [InlineData("Ready", "nothing to release")]
    [InlineData("Failed testing", "nothing to release")]
    [InlineData("Releasing", "waiting for it")]
    [InlineData("Disk erasing", "waiting for it")]
    public void What_nobody_has_or_is_under_way_is_told(string status, string words)
    {
        var plan = Plan(Machines.In(status));
        Assert.Empty(plan.Changes);
        Assert.Contains(words, Assert.Single(plan.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Testing")]
    [InlineData("Failed testing")]
    public void A_deployed_machine_that_is_tested_is_not_taken_for_a_free_one(string status) => Refuses(
        Machines.In(status) with { Owner = "admin", DistroSeries = "jammy" }, ErrorIds.WrongMachineState, "jammy of admin is still on it");

    [Fact]
    public void Disks_that_are_not_erased_are_said()
    {
        Assert.Contains("its disks are not erased", Assert.Single(Plan(Machines.In("Ready"), new ReleaseStepOptions { Erase = true }).Messages), StringComparison.Ordinal);
        Assert.Contains(
            "Who released it decided whether it erases its disks", Assert.Single(Plan(Machines.In("Releasing"), new ReleaseStepOptions { Erase = true }).Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_in_rescue_mode_is_refused() => Refuses(Machines.In("Rescue mode"), ErrorIds.WrongMachineState, "Take it out of rescue mode");

    [Fact]
    public void A_locked_machine_is_refused_even_by_force() =>
        Refuses(Machines.In("Deployed") with { Locked = true }, ErrorIds.MachineLocked, "locked in MAAS", new ReleaseStepOptions { AllowOtherOwner = true });

    [Fact]
    public void A_machine_of_another_user_is_refused() =>
        Refuses(Machines.In("Deployed") with { Owner = "eve" }, ErrorIds.WrongMachineState, "belongs to eve, not to admin");

    [Fact]
    public void A_machine_of_another_user_is_released_by_force() =>
        Assert.Single(Plan(Machines.In("Deployed") with { Owner = "eve" }, new ReleaseStepOptions { AllowOtherOwner = true }).Changes);

    [Fact]
    public void A_protecting_tag_is_stronger_than_force()
    {
        var options = new ReleaseStepOptions { AllowOtherOwner = true, ProtectTags = ["storage", "Production"] };
        var machine = Machines.In("Deployed") with { Owner = "admin", TagNames = ["drydock", "production"] };
        Refuses(machine, ErrorIds.MachineProtected, "protected by its tag Production", options);
    }

    [Theory]
    [InlineData(true, false, false, ", full erase of its disks")]
    [InlineData(false, false, true, ", quick erase of its disks")]
    [InlineData(true, true, false, ", secure erase of its disks")]
    [InlineData(true, true, true, ", secure or else quick erase of its disks")]
    public void The_plan_says_how_disks_are_erased(bool erase, bool secure, bool quick, string words)
    {
        var options = new ReleaseStepOptions { Erase = erase, SecureErase = secure, QuickErase = quick };
        var plan = Plan(Machines.In("Deployed") with { Owner = "admin" }, options);
        Assert.EndsWith(words, Assert.Single(plan.InWords()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public async Task Nothing_of_an_erasure_is_left_to_the_settings_of_MAAS(bool erase, bool secure, bool quick)
    {
        var machine = Machines.In("Deployed") with { Owner = "admin" };
        var machines = new FakeMachines { All = [machine] };
        var plan = Plan(machine, new ReleaseStepOptions { Erase = erase, SecureErase = secure, QuickErase = quick });
        await plan.ApplyAsync(new FakeMaas { Machines = machines }, machine);
        Assert.Equal((erase, secure, quick), (machines.Release!.Erase, machines.Release.SecureErase, machines.Release.QuickErase));
    }

    private static Plan Plan(Machine machine, ReleaseStepOptions? options = null) =>
        ReleasePlanner.Plan(machine, options ?? new ReleaseStepOptions(), "admin");

    private static void Refuses(Machine machine, string id, string words, ReleaseStepOptions? options = null)
    {
        var error = Assert.Throws<NodeException>(() => Plan(machine, options));
        Assert.Equal(id, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
