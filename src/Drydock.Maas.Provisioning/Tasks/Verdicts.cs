using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Drydock's rules of how single ends make up the end of the whole.</summary>
internal static class Verdicts
{
    /// <summary>Nothing at all is success; success and failure together are partial success, in whatever order they came.</summary>
    public static DrydockTaskVerdict Align(IEnumerable<DrydockTaskVerdict> parts)
    {
        var found = parts.Distinct().ToList();
        var good = found.Contains(DrydockTaskVerdict.Success) || found.Contains(DrydockTaskVerdict.PartialSuccess);
        var bad = found.Exists(v => v is DrydockTaskVerdict.Failure or DrydockTaskVerdict.PartialSuccess or DrydockTaskVerdict.Incomplete);
        return (good, bad) switch
        {
            (true, true) => DrydockTaskVerdict.PartialSuccess,
            (false, true) => found.Contains(DrydockTaskVerdict.Failure) ? DrydockTaskVerdict.Failure : DrydockTaskVerdict.Incomplete,
            _ => DrydockTaskVerdict.Success,
        };
    }

    /// <summary>A step with its results. Of what was refused or left out on purpose nothing is said.</summary>
    public static DrydockTaskStep Step(TaskStep step, IReadOnlyList<DrydockStepResult> results) => new()
    {
        Name = step.Name,
        DrydockName = step.DrydockName,
        Verdict = Align(results.Where(r => r.Status != StepStatus.Skipped)
            .Select(r => r.Status == StepStatus.Failed ? DrydockTaskVerdict.Failure : DrydockTaskVerdict.Success)),
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
            yield return about with { Text = error.Message, IsError = true };
    }
}
