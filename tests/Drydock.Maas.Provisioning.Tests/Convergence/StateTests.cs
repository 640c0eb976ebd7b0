using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>Whatever state a machine is in, what is planned MAAS accepts, and what it would refuse says why it is not planned.</summary>
public sealed class StateTests
{
    [Theory]
    [InlineData("Allocated")]
    [InlineData("Broken")]
    [InlineData("Deployed")]
    [InlineData("FailedDeployment")]
    [InlineData("FailedTesting")]
    public async Task A_plan_in_any_state_is_carried_out_or_says_what_blocks_it(string status)
    {
        var random = new Random(status.Length);
        using var maas = await InProcessMaas.StartAsync(RandomSite.Hardware());
        maas.Commission();
        var machine = maas.State.Nodes.OfType<SimulatedMachine>().First();
        for (var pair = 0; pair < 10; pair++)
        {
            var run = new PairRun(maas, RandomSite.Next(random));
            await run.ApplySiteAsync();
            StatusChanges.Set(machine, Enum.Parse<MachineStatus>(status));
            machine.Owner = StatusGroups.InUse.Contains(machine.Status) ? maas.State.Users.First(u => u.IsSuperuser) : null;
            foreach (var kind in new[] { NodeStepKind.Network, NodeStepKind.Storage })
                await ReadOrApplyAsync(run, kind);
            StatusChanges.Set(machine, MachineStatus.Ready);
        }
    }

    private static async Task ReadOrApplyAsync(PairRun run, NodeStepKind kind)
    {
        var (plan, _) = await run.PlanAsync(kind, planOnly: true);
        Assert.All(plan.Blocked, c => Assert.NotEmpty(c.Blocker!));
        Assert.True(plan.Blocked.Count == 0 || plan.Changes.Count == 0);
        if (plan.Changes.Count > 0)
        {
            await run.ApplyAsync(kind);
            Assert.Empty((await run.PlanAsync(kind)).Plan.Changes.Select((PlannedChange c) => c.ToString()));
        }
    }
}
