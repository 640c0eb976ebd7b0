using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Makes a plan that can be kept of the results of -WhatIf.</summary>
public static class PlanRecorder
{
    /// <summary>The plan of results.</summary>
    /// <param name="results">What the steps would do, all of one site and one MAAS.</param>
    /// <param name="site">The site; null when its design has no Region.</param>
    /// <param name="fingerprint">The digest of its design.</param>
    /// <param name="url">The MAAS.</param>
    public static DrydockPlan Record(IReadOnlyList<DrydockStepResult> results, string? site, string fingerprint, Uri url)
    {
        ArgumentNullException.ThrowIfNull(results);
        // Nodes end in any order; a plan that is made twice has to read the same.
        var steps = results.Select(r => r.Step).Distinct().ToList();
        return new()
        {
            Site = site,
            DesignFingerprint = fingerprint,
            MaasUrl = url,
            Parts =
            [
                .. results.Select((r, i) => (Result: r, Index: i))
                    .OrderBy(x => steps.IndexOf(x.Result.Step))
                    .ThenBy(x => x.Result.Node is null ? x.Index : 0)
                    .ThenBy(x => x.Result.Target, StringComparer.Ordinal)
                    .Select(x => RecordPart(x.Result)),
            ],
        };
    }

    /// <summary>Whether a result is of a plan: nothing was done for it.</summary>
    /// <param name="result">The result.</param>
    public static bool IsPlan(DrydockStepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Status is StepStatus.Planned or StepStatus.Unchanged or StepStatus.Skipped || (result.Status == StepStatus.Failed && result.Changes.Count == 0);
    }

    private static DrydockPlanPart RecordPart(DrydockStepResult result)
    {
        var changes = result.Changes.Where(c => c.IsPossible).ToList();
        return new()
        {
            Step = result.Step,
            Target = result.Target,
            SystemId = string.IsNullOrEmpty(result.SystemId) ? null : result.SystemId,
            // Planned without a change means that there will be a plan.
            IsKnown = changes.TrueForAll(c => c.IsKnown) && result.Status != StepStatus.Failed && (result.Status != StepStatus.Planned || result.Changes.Count > 0),
            Changes = changes,
            Messages = [.. result.Messages, .. result.Error is { } error ? [error.Message] : Array.Empty<string>()],
        };
    }
}
