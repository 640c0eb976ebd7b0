using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>Says yes to everything and, where asked, cuts the task off just before one of its writes.</summary>
internal sealed class TaskTestObserver(CancellationTokenSource? cut = null, int atReport = 0) : ITaskObserver
{
    private int _reports;

    public bool PlanOnly { get; init; }

    public Action<DrydockStepResult> WhenEnded { get; set; } = _ => { };

    public List<string> Warnings { get; } = [];

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(!PlanOnly);

    // A step reports each write before it sends it.
    public void Report(StepProgress progress)
    {
        if (cut is not null && Interlocked.Increment(ref _reports) == atReport)
            cut.Cancel();
    }

    public void RefreshProgress() => Report(new() { Target = "", Activity = "" });

    public void ReportResult(DrydockStepResult result) => WhenEnded(result);

    public void ReportDetail(string text)
    {
    }

    public void Warn(string text)
    {
        lock (Warnings)
            Warnings.Add(text);
    }
}
