using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks;

/// <summary>Says yes to everything and repeats warnings.</summary>
internal sealed class HarnessObserver : ITaskObserver
{
    public bool PlanOnly => false;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(true);

    public void Report(StepProgress progress)
    {
    }

    public void RefreshProgress()
    {
    }

    public void ReportResult(DrydockStepResult result)
    {
    }

    public void ReportDetail(string text)
    {
    }

    public void Warn(string text) => Console.WriteLine($"warning: {text}");
}
