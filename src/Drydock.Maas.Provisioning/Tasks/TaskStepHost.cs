using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The task's host as one of its steps sees it.</summary>
internal sealed class TaskStepHost(ITaskHost host, TaskTracker tracker, string name) : IStepHost
{
    public bool PlanOnly => host.PlanOnly;

    public DrydockPlan? ApprovedPlan => host.ApprovedPlan;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        host.ApproveAsync(step, target, plan, token);

    public void Report(StepProgress progress)
    {
        tracker.Report(name, progress);
        host.Progressed();
    }

    public void Verbose(string text) => host.Verbose(text);

    public void Warn(string text) => host.Warn(text);
}
