using Drydock.Maas.Api;
using Drydock.Maas.Planning;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Other people reboot, move or rename a machine in the middle: the next run has it as designed, and no other node notices.</summary>
public sealed class OtherHandsTests
{
    private const string Node = "control01";
    private const string Other = "control02";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(NodeStepKind.Commission, "Commissioning")]
    [InlineData(NodeStepKind.Deploy, "Deploying")]
    public async Task A_machine_switched_off_while_it_works_is_done_by_the_next_run(NodeStepKind step, string activity)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        if (step == NodeStepKind.Deploy)
            await site.PrepareAsync(NodeStepKind.Platform, Node, Other);
        else
            await site.PrepareSiteAsync();
        var id = site.Look(Node, m => m.SystemId);
        site.Time.Pause();
        var observer = new ActingObserver(activity, Node, async () =>
        {
            await site.Session.Client.Machines.PowerOffAsync(id, PowerStopMode.Hard, null, Token);
            site.Time.Resume();
        });
        var results = await Task.WhenAll(site.StepAsync(step, Node, observer: observer), site.StepAsync(step, Other));
        Assert.True(observer.HasActed);
        Assert.Null(results[1].Error);
        RequireWords(results[0]);
        var again = await site.ProvisionAsync([site.Node(Node)]);
        Assert.Empty(again.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task A_machine_moved_to_another_fabric_in_the_middle_is_moved_back()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node, Other);
        var observer = new ActingObserver("", Node, async () =>
        {
            var fabric = await site.Session.Client.Fabrics.CreateAsync("theirs", Token);
            site.Look(Node, m =>
            {
                foreach (var nic in m.Interfaces.Where(i => i.Type == "physical"))
                    nic.Vlan = site.Simulator.State.Vlans.First(v => v.Fabric.Id == fabric.Id);
                return 0;
            });
        });
        var results = await Task.WhenAll(site.StepAsync(NodeStepKind.Network, Node, observer: observer), site.StepAsync(NodeStepKind.Network, Other));
        Assert.True(observer.HasActed);
        Assert.Null(results[1].Error);
        RequireWords(results[0]);
        Assert.Null((await site.StepAsync(NodeStepKind.Network, Node)).Error);
        Assert.Equal(StepStatus.Unchanged, (await site.StepAsync(NodeStepKind.Network, Node)).Status);
        Assert.Empty(site.Look(Node, m => m.Interfaces.Where(i => i.Vlan?.Fabric.Name == "theirs" && i.Links.Count > 0).ToList()));
    }

    [Fact]
    public async Task A_machine_whose_name_and_domain_somebody_changes_in_the_middle_is_still_found()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Network, Node, Other);
        site.Look(Node, m => m.Hostname = "elsewhere");
        site.Look(Node, m => m.Domain.Name = "renamed.example");
        var results = await site.ProvisionAsync([site.Node(Node), site.Node(Other)]);
        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));
    }

    [Fact]
    public async Task A_machine_that_somebody_else_deployed_keeps_its_name()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node);
        site.Look(Node, m =>
        {
            m.Owner = site.Simulator.State.Users.First(u => u.Username != site.Session.User.Username);
            m.Status = MachineStatus.Deployed;
            return m.Hostname = "theirs";
        });
        site.Simulator.ResetRequests();

        var error = Assert.IsType<NodeException>((await site.StepAsync(NodeStepKind.Identity, Node)).Error);
        var plan = await site.StepAsync(NodeStepKind.Identity, Node, observer: new QuietObserver { PlanOnly = true });

        Assert.Equal(ErrorIds.WrongMachineState, error.ErrorId);
        Assert.Contains($"not to {site.Session.User.Username}, and would be changed: set hostname of Machine theirs: theirs -> {Node}", error.Message, StringComparison.Ordinal);
        Assert.Contains("belongs to", Assert.Single(plan.Changes).Blocker, StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
    }

    private static void RequireWords(DrydockStepResult result)
    {
        // What MAAS refuses is told in its own words.
        if (result.Error is MaasApiException refusal)
            Requires.Words(refusal, "MAAS refused", "subnet");
        else if (result.Error is not null)
            Requires.Words(result.Error, Node, "again");
    }
}
