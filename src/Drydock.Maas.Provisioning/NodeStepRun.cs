using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Identify;
using Drydock.Maas.Provisioning.Observe;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning;

/// <summary>One step for any number of nodes at once: observe, plan, ask, apply, wait. A command makes one and gives it node after node.</summary>
public sealed class NodeStepRun
{
    private const int MaxPlans = 4;

    private readonly INodeStep _step;
    private readonly MachineReader _machines;
    private readonly NodeFinder _finder;
    private readonly IStepHost _host;
    private readonly TimeProvider _time;
    private readonly MaasSession _session;

    private NodeStepRun(MaasSession session, INodeStep step, IStepHost host, TimeProvider time)
    {
        _session = session;
        _step = step;
        _host = host;
        _time = time;
        _machines = new MachineReader(session.Client);
        _finder = new NodeFinder(session.Client, _machines);
    }

    /// <summary>Makes a run.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="kind">The step.</param>
    /// <param name="options">How it is carried out.</param>
    /// <param name="host">Whom it works for.</param>
    public static NodeStepRun Create(MaasSession session, NodeStepKind kind, StepOptions options, IStepHost host)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(host);
        return new NodeStepRun(session, StepFactory.Create(session, kind, options), host, options.TimeProvider);
    }

    /// <summary>Takes the step with one node. Never throws, except when cancelled: what goes wrong is in the result.</summary>
    public async Task<DrydockStepResult> RunAsync(NodeStepInput input, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(input);
        var work = new NodeWork(input, _time.GetUtcNow());
        try
        {
            await WorkAsync(work, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !token.IsCancellationRequested)
        {
            work.Fail(e);
        }

        return work.ToResult(_step.Name, _time.GetUtcNow());
    }

    private async Task WorkAsync(NodeWork work, CancellationToken token)
    {
        work.Machine = await FindAsync(work, token).ConfigureAwait(false);
        for (var round = 1; ; round++)
        {
            var observation = new NodeObservation(work.Node, work.Machine, _host);
            var plan = await _step.PlanAsync(observation, token).ConfigureAwait(false);
            work.Say(plan.Messages);
            if (_host.PlanOnly)
            {
                await ShowAsync(work, plan, token).ConfigureAwait(false);
                return;
            }

            if (!plan.IsEmpty && round == 1 && !await _host.ApproveAsync(_step.Name, work.Node.Name, plan.Changes, token).ConfigureAwait(false))
            {
                work.Status = StepStatus.Skipped;
                work.Say(["Not approved."]);
                return;
            }

            if (await TryApplyAsync(work, plan, round, token).ConfigureAwait(false))
                break;
            work.Machine = await _machines.ReadAsync(work.Machine.SystemId, token).ConfigureAwait(false);
        }

        var before = work.Machine;
        work.Machine = await _step.CompleteAsync(new NodeObservation(work.Node, before, _host), token).ConfigureAwait(false);
        work.Status = work.Changes.Count > 0 ? StepStatus.Changed : StepStatus.Unchanged;
    }

    private async Task<Machine> FindAsync(NodeWork work, CancellationToken token)
    {
        var known = work.Known;
        return known is null
            ? await _finder.FindAsync(work.Node, token).ConfigureAwait(false)
            : await _machines.ReadAsync(known.SystemId, token).ConfigureAwait(false);
    }

    private async Task ShowAsync(NodeWork work, Plan<MachineContext> plan, CancellationToken token)
    {
        foreach (var change in plan.Changes)
            work.Changes.Add(change with { Target = work.Node.Name });
        work.Status = plan.IsEmpty ? StepStatus.Unchanged : StepStatus.Planned;
        if (!plan.IsEmpty)
            await _host.ApproveAsync(_step.Name, work.Node.Name, plan.Changes, token).ConfigureAwait(false);
    }

    private async Task<bool> TryApplyAsync(NodeWork work, Plan<MachineContext> plan, int round, CancellationToken token)
    {
        var context = new MachineContext(_session.Client, work.Machine!);
        try
        {
            await PlanExecutor.ApplyAsync(plan, context, work.Node.Name, _host, work.Changes, token).ConfigureAwait(false);
            return true;
        }
        catch (MaasException e) when (PlanExecutor.WorldMoved(e) && round < MaxPlans)
        {
            _host.Verbose($"{work.Node.Name}: {e.Message} Observing and planning again.");
            return false;
        }
        finally
        {
            work.Machine = context.Machine;
        }
    }
}
