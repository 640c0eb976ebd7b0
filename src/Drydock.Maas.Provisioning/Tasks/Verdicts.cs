using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Drydock's rules of how single ends make up the end of the whole. Success is only what did everything there was to do.</summary>
internal static class Verdicts
{
    /// <summary>
    /// Success and failure together are partial success, in whatever order they came. What was left out on purpose, or was about nothing,
    /// says nothing of the rest.
    /// </summary>
    public static DrydockTaskVerdict Align(IEnumerable<DrydockTaskVerdict> parts)
    {
        var found = parts.ToHashSet();
        var rest = found.Where(v => v is not (DrydockTaskVerdict.NothingSelected or DrydockTaskVerdict.Skipped)).ToHashSet();
        if (rest.Count == 0)
            return found.Contains(DrydockTaskVerdict.Skipped) ? DrydockTaskVerdict.Skipped : DrydockTaskVerdict.NothingSelected;
        var good = rest.Overlaps([DrydockTaskVerdict.Success, DrydockTaskVerdict.PartialSuccess, DrydockTaskVerdict.Drifted]);
        var bad = rest.Overlaps(
        [
            DrydockTaskVerdict.Failure, DrydockTaskVerdict.PartialSuccess, DrydockTaskVerdict.Incomplete, DrydockTaskVerdict.Declined,
            DrydockTaskVerdict.Stopped,
        ]);
        return (good, bad) switch
        {
            (true, true) => DrydockTaskVerdict.PartialSuccess,
            (false, true) => First(rest, DrydockTaskVerdict.Failure, DrydockTaskVerdict.Declined, DrydockTaskVerdict.Stopped, DrydockTaskVerdict.Incomplete),
            _ => First(rest, DrydockTaskVerdict.Planned, DrydockTaskVerdict.Drifted, DrydockTaskVerdict.Success),
        };
    }

    /// <summary>What one result comes to; in a plan nothing is done, not even what is as designed.</summary>
    public static DrydockTaskVerdict Judge(DrydockStepResult result, bool isPlan) => result switch
    {
        { Status: StepStatus.Failed } => DrydockTaskVerdict.Failure,
        { IsDeclined: true } => DrydockTaskVerdict.Declined,
        { Status: StepStatus.Skipped } => DrydockTaskVerdict.Skipped,
        { Status: StepStatus.Planned } => DrydockTaskVerdict.Planned,
        _ when isPlan => DrydockTaskVerdict.Planned,
        { Status: StepStatus.Drifted } => DrydockTaskVerdict.Drifted,
        _ => DrydockTaskVerdict.Success,
    };

    /// <summary>What the steps of one node come to.</summary>
    /// <param name="results">Their results.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="isPlan">Whether it is a plan.</param>
    public static DrydockTaskVerdict JudgeNode(IReadOnlyList<DrydockStepResult> results, int steps, bool isPlan)
    {
        var ends = results.Select(r => Judge(r, isPlan)).ToHashSet();
        return ends.Contains(DrydockTaskVerdict.Failure) ? DrydockTaskVerdict.Failure
            : ends.Contains(DrydockTaskVerdict.Declined) ? DrydockTaskVerdict.Declined
            : results.Count == steps ? Align(ends)
            : DrydockTaskVerdict.Incomplete;
    }

    /// <summary>A step with its results.</summary>
    /// <param name="step">The step.</param>
    /// <param name="results">Its results.</param>
    /// <param name="isPlan">Whether it is a plan.</param>
    /// <param name="without">What it is without any result: not reached, or about nothing.</param>
    public static DrydockTaskStep Step(
        TaskStep step, IReadOnlyList<DrydockStepResult> results, bool isPlan = false, DrydockTaskVerdict without = DrydockTaskVerdict.Incomplete) => new()
    {
        Name = step.Name,
        DrydockName = step.DrydockName,
        Verdict = results.Count == 0 ? without : Align(results.Select(r => Judge(r, isPlan))),
        Results = results,
        StartedAt = results.Count == 0 ? null : results.Min(r => r.StartedAt),
        Duration = results.Count == 0 ? TimeSpan.Zero : results.Max(r => r.StartedAt + r.Duration) - results.Min(r => r.StartedAt),
    };

    /// <summary>What a result has to say.</summary>
    public static IEnumerable<DrydockTaskMessage> Messages(DrydockStepResult result)
    {
        var about = new DrydockTaskMessage { Text = "", ContextType = result.Node is null
            ? "site" : "node", Context = result.Target, Step = result.Step };
        foreach (var text in result.Messages)
            yield return about with { Text = text };
        if (result.Error is { } error)
            yield return about with { Text = error.Message, IsError = result.Status == StepStatus.Failed };
    }

    private static DrydockTaskVerdict First(HashSet<DrydockTaskVerdict> found, params DrydockTaskVerdict[] ranked) => ranked.First(found.Contains);
}
