using System.Runtime.ExceptionServices;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>
/// Plans a step for a node, asks, and applies the plan; again when MAAS is no longer as observed, and where another plan follows.
/// </summary>
internal sealed class StepPass(
    MaasSession session, INodeStep step, Func<NodeWork, CancellationToken, Task<Machine>> readAgainAsync, IStepObserver observer)
{
    private const int MaxPlans = 4;
    private const int MaxRounds = 10;

    private readonly PreconditionCheck _preconditions = new(session);

    /// <summary>Carries the step out up to its waiting; false when it was only planned or not approved.</summary>
    public async Task<bool> CarryOutAsync(NodeWork work, int retries, CancellationToken token)
    {
        var isFollowUp = false;
        for (var round = 1; round <= MaxRounds; round++)
        {
            var observation = new NodeObservation(work.Node, work.Machine!, observer) { IsFollowUp = isFollowUp, Retries = retries };
            var plan = await step.PlanAsync(observation, token).ConfigureAwait(false);
            work.AddMessages(plan.Messages);
            work.Drift = plan.Blocked;
            await RequireAsync(plan, null, token).ConfigureAwait(false);
            RefuseAgain(work, plan);
            work.Changes.AddRange(work.Unanswered.Settle(plan.Changes, work.Changes));
            if (!step.IsReadOnly && !plan.IsEmpty && observer.ApprovedPlan is { } saved && !IsWithin(new ApprovedChanges(saved, step.Name, work.Node.Name), work, plan))
                return false;
            if (step.IsReadOnly || observer.PlanOnly)
            {
                await ShowAsync(work, plan, token).ConfigureAwait(false);
                return false;
            }

            if (!plan.IsEmpty && !await IsApprovedAsync(work, plan, token).ConfigureAwait(false))
                return false;
            if (await TryApplyAsync(work, plan, round, token).ConfigureAwait(false))
            {
                if (plan.FollowUp is null)
                    return true;
                // What follows on a release is planned minutes later.
                Forget();
                isFollowUp = true;
                continue;
            }

            Forget();
            work.Machine = await readAgainAsync(work, token).ConfigureAwait(false);
        }

        throw new NodeException(
            ErrorIds.NoConvergence,
            $"Machine {work.Machine} of node {work.Node.Name} kept changing while {step.Name} was carried out; "
                + "somebody else may be working on it.");
    }

    /// <summary>Asks once: what is planned again later serves the same aim.</summary>
    private async Task<bool> IsApprovedAsync(NodeWork work, Plan plan, CancellationToken token)
    {
        if (work.Approval.Covers(plan.Changes)
            || await observer.ApproveAsync(step.Name, work.Node.Name, plan.Changes, token).ConfigureAwait(false))
        {
            work.Approval.Add(plan.Changes);
            return true;
        }

        work.Decline();
        return false;
    }

    /// <summary>What was not known yet when a plan was made is left for the next plan; what goes beyond the plan is refused.</summary>
    private static bool IsWithin(ApprovedChanges approved, NodeWork work, Plan plan)
    {
        // What is as little known as it was then is shown by -WhatIf again, and carried out by nobody.
        var changes = approved.WasUnknown ? [.. plan.Changes.Where(c => c.IsKnown)] : plan.Changes;
        if (approved.FindExcess(changes, work.Machine!.SystemId) is not { } excess)
            return true;
        if (!approved.WasUnknown)
            throw excess;
        work.Decline("What this machine needs was not known when the plan was made: make a new plan (-WhatIf | Export-DrydockPlan) now and have it approved.");
        return false;
    }

    private async Task ShowAsync(NodeWork work, Plan plan, CancellationToken token)
    {
        work.Changes.AddRange([.. plan.Changes, .. plan.Blocked]);
        work.Status = work.Changes.Count == 0 ? StepStatus.Unchanged : StepStatus.Planned;
        if (!plan.IsEmpty && !step.IsReadOnly)
            await observer.ApproveAsync(step.Name, work.Node.Name, plan.Changes, token).ConfigureAwait(false);
    }

    private async Task<bool> TryApplyAsync(NodeWork work, Plan plan, int round, CancellationToken token)
    {
        var context = new MachineContext(session.Client, work.Machine!, observer, work.Node.Name);
        var before = work.Changes.Count;
        try
        {
            await PlanExecutor.ApplyAsync(plan, context, step.Executor, work.Node.Name, observer, work.Changes, token).ConfigureAwait(false);
            if (plan.FollowUp is { } next)
                await step.Executor.ExecuteAsync(next.Wait, context, token).ConfigureAwait(false);
            return true;
        }
        catch (MaasException e) when (PlanExecutor.WorldMoved(e) && round < MaxPlans)
        {
            observer.ReportDetail($"{work.Node.Name}: {e.Sentence} Observing and planning again.");
            work.Unanswered.KeepChanges(plan.FindOperationAfter(work.Changes.Count - before), e);
            return false;
        }
        catch (MaasApiException e) when (e.StatusCode == 400 && work.Refused is null
            && plan.FindOperationAfter(work.Changes.Count - before) is { } operation)
        {
            // A write of ours that was cut off, or somebody else's, may have come between; then the new plan no longer has what was
            // refused.
            work.Refused = (ChangeKey.From(operation.Changes[0]), e, plan.Basis);
            return false;
        }
        catch (MaasApiException e) when (plan.Preconditions.Count > 0)
        {
            _preconditions.Forget();
            await RequireAsync(plan, e, token).ConfigureAwait(false);
            throw;
        }
        finally
        {
            work.Machine = context.Machine;
        }
    }

    private void Forget()
    {
        step.Forget();
        _preconditions.Forget();
    }

    /// <summary>Asks MAAS for what the plan takes for granted, before its first write and once more when a write was refused for good.</summary>
    private async Task RequireAsync(Plan plan, MaasApiException? refusal, CancellationToken token)
    {
        var breach = await _preconditions.FindBreachAsync(plan.AllPreconditions, refusal is not null, token).ConfigureAwait(false);
        if (breach is not null)
            throw refusal is null ? breach : new NodeException(breach.ErrorId, breach.Message, refusal);
    }

    /// <summary>What MAAS refused and is still to be done, by the same ids, would be refused again.</summary>
    private static void RefuseAgain(NodeWork work, Plan plan)
    {
        if (work.Refused is { } refused && refused.Basis == plan.Basis && plan.Changes.Any(c => ChangeKey.From(c) == refused.Change))
            ExceptionDispatchInfo.Throw(refused.Error);
    }
}
