using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>A host that remembers what it was told, and answers as it was made to.</summary>
internal sealed class RecordingObserver : IStepObserver
{
    public bool PlanOnly { get; init; }

    public bool Answer { get; init; } = true;

    /// <summary>The answers to the first questions; those that follow get <see cref="Answer"/>.</summary>
    public List<bool> Answers { get; } = [];

    public List<string> Questions { get; } = [];

    public List<string> Progress { get; } = [];

    public List<string> Texts { get; } = [];

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token)
    {
        lock (Questions)
        {
            Questions.Add($"{step} {target}: {plan.Count} changes");
            return Task.FromResult((Questions.Count <= Answers.Count ? Answers[Questions.Count - 1] : Answer) && !PlanOnly);
        }
    }

    /// <summary>Told of each report.</summary>
    public Action<StepProgress> Reported { get; set; } = _ => { };

    public void Report(StepProgress progress)
    {
        Reported(progress);
        lock (Progress)
            Progress.Add($"{progress.Target}: {progress.Activity} ({progress.Done} of {progress.Total})");
    }

    public void ReportDetail(string text) => Texts.Add(text);

    public List<string> Warnings { get; } = [];

    public void Warn(string text)
    {
        Texts.Add(text);
        Warnings.Add(text);
    }
}
