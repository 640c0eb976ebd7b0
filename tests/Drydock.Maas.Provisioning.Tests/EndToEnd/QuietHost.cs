using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Says yes to everything.</summary>
internal sealed class QuietHost : IStepHost
{
    public bool PlanOnly { get; init; }

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(!PlanOnly);

    public void Report(StepProgress progress)
    {
    }

    public void Verbose(string text)
    {
    }

    public void Warn(string text)
    {
    }
}
