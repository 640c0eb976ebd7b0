using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>Plans of a design for the machine as it is, whole or cut short anywhere.</summary>
internal sealed class PairRun(InProcessMaas maas, SiteDesign design)
{
    public static NodeStepKind[] Kinds { get; } = [NodeStepKind.Identity, NodeStepKind.Network, NodeStepKind.Storage,
        NodeStepKind.Platform];

    /// <summary>Arranges a plan anew before it is carried out.</summary>
    public Func<Plan, Plan> Arrange { get; init; } = plan => plan;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SimulatedMachine Simulated => maas.State.Nodes.OfType<SimulatedMachine>().First();

    public async Task<(Plan Plan, IOperationExecutor<IMaasClient> Executor)> PlanSiteAsync()
    {
        var step = SiteStepFactory.Create(maas.Session, new SiteNetworkStepOptions(), new QuietObserver());
        var parts = await step.PlanAsync(design, Token);
        Assert.Empty(parts.Where(p => p.Error is not null).Select(p => p.Error!.Message));
        return (Plan.Join([.. parts.Select(p => p.Plan)]), step.Executor);
    }

    public async Task<(Plan Plan, Machine Machine)> PlanAsync(NodeStepKind kind, bool planOnly = false)
    {
        var machine = await maas.Session.Client.Machines.GetAsync(Simulated.SystemId, Token);
        var step = StepFactory.Create(maas.Session, kind.MakeOptions());
        return (await step.PlanAsync(new NodeObservation(design.Nodes[0], machine, new QuietObserver { PlanOnly = planOnly }), Token), machine);
    }

    /// <summary>Carries out a plan of the site up to a write, or whole.</summary>
    public async Task ApplySiteAsync(Func<int, int>? cut = null)
    {
        var (plan, executor) = await PlanSiteAsync();
        RequireMinimal(plan.Changes);
        await ApplyAsync(Arrange(plan), maas.Session.Client, executor, cut);
    }

    /// <summary>Carries out a plan of a step up to a write, or whole.</summary>
    public async Task ApplyAsync(NodeStepKind kind, Func<int, int>? cut = null)
    {
        var (plan, machine) = await PlanAsync(kind);
        RequireMinimal(plan.Changes);
        var context = new MachineContext(maas.Session.Client, machine, new QuietObserver(), "node1");
        await ApplyAsync(Arrange(plan), context, Executors.For(maas.Session.Client), cut);
        if (cut is not null || plan.FollowUp is null)
            return;
        await StepFactory.Create(maas.Session, kind.MakeOptions()).Executor.ExecuteAsync(plan.FollowUp.Wait, context, Token);
        await ApplyAsync(kind);
    }

    /// <summary>The parts of a plan of the site, as they are saved.</summary>
    public async Task<IReadOnlyList<DrydockPlanPart>> RecordSiteAsync()
    {
        var step = SiteStepFactory.Create(maas.Session, new SiteNetworkStepOptions(), new QuietObserver());
        return [.. (await step.PlanAsync(design, Token)).Select(p => new DrydockPlanPart { Step = step.Name, Target = p.Target, Changes = p.Changes })];
    }

    /// <summary>The plan of a step, as it is saved.</summary>
    public async Task<DrydockPlanPart> RecordAsync(NodeStepKind kind)
    {
        var (plan, machine) = await PlanAsync(kind);
        return new() { Step = $"{kind}", Target = "node1", SystemId = machine.SystemId, Changes = plan.Changes };
    }

    /// <summary>What is left to do, in words.</summary>
    public async Task<IReadOnlyList<string>> RemainingAsync()
    {
        var left = new List<string>((await PlanSiteAsync()).Plan.Changes.Select(c => c.ToString()));
        foreach (var kind in Kinds)
        {
            var (plan, _) = await PlanAsync(kind);
            left.AddRange(plan.Changes.Concat(plan.Blocked).Select(c => c.ToString()));
        }

        return left;
    }

    private static Task ApplyAsync<T>(Plan plan, T context, IOperationExecutor<T> executor, Func<int, int>? cut)
    {
        var operations = plan.Operations.Take(cut?.Invoke(plan.Operations.Count) ?? plan.Operations.Count);
        return PlanExecutor.ApplyAsync(new Plan(operations), context, executor, "node1", new QuietObserver(), [], Token);
    }

    /// <summary>Nothing is planned that changes nothing.</summary>
    private static void RequireMinimal(IReadOnlyList<PlannedChange> changes) =>
        Assert.DoesNotContain(changes, c => c.Action == ChangeAction.Update && (c.Before ?? "") == (c.After ?? ""));
}
