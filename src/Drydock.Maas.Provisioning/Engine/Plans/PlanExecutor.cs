using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Carries out a plan operation by operation, exactly as planned.</summary>
internal static class PlanExecutor
{
    /// <summary>Carries out the operations in order and adds the changes of each finished one to <paramref name="done"/>.</summary>
    public static async Task ApplyAsync<TContext>(
        Plan plan, TContext context, IOperationExecutor<TContext> executor, string target, IStepObserver observer, ICollection<PlannedChange> done, CancellationToken token)
    {
        for (var number = 0; number < plan.Operations.Count; number++)
        {
            token.ThrowIfCancellationRequested();
            observer.Report(Describe(plan, plan.Operations[number], target, number));
            await ApplyAsync(plan.Operations[number], context, executor, done, token).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out one operation and adds its changes to <paramref name="done"/>.</summary>
    public static async Task ApplyAsync<TContext>(
        Operation operation, TContext context, IOperationExecutor<TContext> executor, ICollection<PlannedChange> done, CancellationToken token)
    {
        await executor.ExecuteAsync(operation, context, token).ConfigureAwait(false);
        foreach (var change in operation.Changes)
            done.Add(change);
    }

    /// <summary>How far a plan is that begins with an operation.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="target">The node, or the thing of the site.</param>
    /// <param name="number">How many operations of the plan are done.</param>
    public static StepProgress Describe(Plan plan, Operation operation, string target, int number) =>
        new() { Target = target, Activity = operation.Changes[0].ToString(), Done = number, Total = plan.Operations.Count };

    /// <summary>Whether the failure says that MAAS is no longer as observed, so that observing and planning again may help.</summary>
    public static bool WorldMoved(Exception exception) =>
        exception is MaasApiException { WorldMoved: true } or MaasConnectionException { WriteMayHaveHappened: true };
}
