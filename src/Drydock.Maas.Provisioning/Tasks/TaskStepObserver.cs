using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The task's host as one of its steps sees it.</summary>
internal sealed class TaskStepObserver(ITaskObserver observer, TaskTracker tracker, string name) : IStepObserver
{
    public bool PlanOnly => observer.PlanOnly;

    public DrydockPlan? ApprovedPlan => observer.ApprovedPlan;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        observer.ApproveAsync(step, target, plan, token);

    public void Report(StepProgress progress)
    {
        tracker.Report(name, progress);
        observer.RefreshProgress();
    }

    public void ReportDetail(string text) => observer.ReportDetail(text);

    public void Warn(string text) => observer.Warn(text);
}
