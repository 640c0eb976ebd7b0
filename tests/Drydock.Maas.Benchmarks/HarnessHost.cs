using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks;

/// <summary>Says yes to everything and repeats warnings.</summary>
internal sealed class HarnessHost : ITaskHost
{
    public bool PlanOnly => false;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(true);

    public void Report(StepProgress progress)
    {
    }

    public void Progressed()
    {
    }

    public void Ended(DrydockStepResult result)
    {
    }

    public void Verbose(string text)
    {
    }

    public void Warn(string text) => Console.WriteLine($"warning: {text}");
}
