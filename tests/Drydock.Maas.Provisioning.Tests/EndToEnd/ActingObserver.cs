using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Does something, once, when a node is seen at an activity that begins so.</summary>
internal sealed class ActingObserver(string activity, string node, Func<Task> act) : IStepObserver
{
    private int _acted;

    public bool HasActed => _acted > 0;

    public bool PlanOnly => false;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(true);

    public void Report(StepProgress progress)
    {
        if (progress.Target == node
            && progress.Activity.StartsWith(activity, StringComparison.Ordinal)
            && Interlocked.Exchange(ref _acted, 1) == 0)
            act().GetAwaiter().GetResult();
    }

    public void ReportDetail(string text)
    {
    }

    public void Warn(string text)
    {
    }
}
