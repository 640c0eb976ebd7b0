using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Carries out a plan write by write, exactly as planned.</summary>
internal static class PlanExecutor
{
    /// <summary>Applies the writes in order and adds the changes of each finished write to <paramref name="done"/>.</summary>
    public static async Task ApplyAsync<TContext>(
        Plan<TContext> plan, TContext context, IOperationExecutor<TContext> executor, string target, IStepHost host, ICollection<PlannedChange> done, CancellationToken token)
    {
        var number = 0;
        foreach (var write in plan.Writes)
        {
            token.ThrowIfCancellationRequested();
            host.Report(
                new StepProgress { Target = target, Activity = write.Changes[0].ToString(), Done = number++, Total = plan.Writes.Count });
            await executor.ExecuteAsync(write.Operation, context, token).ConfigureAwait(false);
            foreach (var change in write.Changes)
                done.Add(change);
        }
    }

    /// <summary>Whether the failure says that MAAS is no longer as observed, so that observing and planning again may help.</summary>
    public static bool WorldMoved(Exception exception) =>
        exception is MaasApiException { WorldMoved: true } or MaasConnectionException { WriteMayHaveHappened: true };
}
