using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Whom plans are made for that are only read: nothing is ever approved.</summary>
internal sealed class PlanReader : IStepObserver
{
    public bool PlanOnly => true;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(false);

    public void Report(StepProgress progress)
    {
    }

    public void ReportDetail(string text)
    {
    }

    public void Warn(string text)
    {
    }
}
