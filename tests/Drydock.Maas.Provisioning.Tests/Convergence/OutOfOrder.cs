using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>A machine that is New again, or Broken: there is a plan for it to read, and it goes on from there.</summary>
internal static class OutOfOrder
{
    public static async Task PassAsync(InProcessMaas maas, PairRun run, Random random)
    {
        var machine = maas.State.Nodes.OfType<SimulatedMachine>().First();
        var isNew = random.Next(2) == 0;
        await run.ApplySiteAsync();
        StatusChanges.Set(machine, isNew ? MachineStatus.New : MachineStatus.Broken);
        foreach (var kind in PairRun.Kinds)
        {
            var (plan, _) = await run.PlanAsync(kind, planOnly: true);
            Assert.All(plan.Blocked, c => Assert.NotEmpty(c.Blocker!));
            if (isNew && kind == NodeStepKind.Storage)
                Assert.All(plan.Changes, c => Assert.Contains("known after commissioning", c.After, StringComparison.Ordinal));
        }

        if (isNew)
            maas.Commission();
        else
            maas.Ask("POST", $"machines/{machine.SystemId}/", "mark_fixed");
        Assert.Equal(MachineStatus.Ready, machine.Status);
    }
}
