using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Says yes to everything.</summary>
internal sealed class QuietObserver : IStepObserver
{
    public bool PlanOnly { get; init; }

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(!PlanOnly);

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
