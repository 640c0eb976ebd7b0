using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Puts the result of a task together.</summary>
internal sealed class TaskReport(
    Guid id, Uri maas, TaskRequest request, IReadOnlyList<TaskStep> steps, Func<string, IReadOnlyList<DrydockStepResult>?> resultsOf, bool isPlan)
{
    /// <summary>The nodes' way through the waves; null for a task of the site, or one that was broken off.</summary>
    public WaveRun? Waves { get; init; }

    public DrydockTaskResult Make(DateTimeOffset start, DateTimeOffset end)
    {
        var isOfNodes = TaskSteps.IsOfNodes(request.Settings.Action);
        var nodes = isOfNodes ? request.Nodes.Select(Node).ToList() : [];
        var taken = steps.Select(s => Verdicts.Step(s, resultsOf(s.Name) ?? [], isPlan, Without(s))).ToList();
        var verdict = Verdicts.Align(isOfNodes
            ? nodes.Where(n => Waves?.Board.WaveOf(n.Name) is not null).Select(n => n.Verdict)
            : taken.Select(s => s.Verdict));
        return new()
        {
            Id = id,
            Action = request.Settings.Action,
            Site = request.Site.Name,
            IsPlan = isPlan,
            Verdict = verdict,
            MeetsCriteria = verdict is not (DrydockTaskVerdict.NothingSelected or DrydockTaskVerdict.Stopped) && (Waves is null ? HasPassed(verdict) : Waves.Board.MeetsCriteria),
            Steps = taken,
            Nodes = nodes,
            Groups = Waves is { HasStrategy: true } ? [.. Waves.Board.Waves.Select(w => Group(w, Waves.Board, nodes))] : [],
            Messages = [.. Messages(nodes)],
            StartedAt = start,
            Duration = end - start,
            JournalPath = isPlan ? null : request.JournalPath,
            MaasUrl = maas,
        };
    }

    /// <summary>What has ended of a task that is broken off.</summary>
    public DrydockTaskResult MakeStopped(DateTimeOffset start, DateTimeOffset end)
    {
        var made = Make(start, end);
        return new()
        {
            Id = made.Id,
            Action = made.Action,
            Site = made.Site,
            IsPlan = made.IsPlan,
            Verdict = DrydockTaskVerdict.Stopped,
            Steps = made.Steps,
            Nodes = made.Nodes,
            Messages = [.. made.Messages, new() { Text = "The task was broken off." }],
            StartedAt = made.StartedAt,
            Duration = made.Duration,
            JournalPath = made.JournalPath,
            MaasUrl = made.MaasUrl,
        };
    }

    private static bool HasPassed(DrydockTaskVerdict verdict) =>
        verdict is DrydockTaskVerdict.Success or DrydockTaskVerdict.Drifted or DrydockTaskVerdict.Planned or DrydockTaskVerdict.Skipped;

    /// <summary>A step without results was not reached or, of the site, found nothing of its kind.</summary>
    private DrydockTaskVerdict Without(TaskStep step) => step.ForSite is not null && resultsOf(step.Name) is not null
        || (step.ForNodes is not null && request.Nodes.Count == 0)
        ? DrydockTaskVerdict.NothingSelected : DrydockTaskVerdict.Incomplete;

    private DrydockTaskNode Node(DrydockNode node)
    {
        var results = ResultsOf(node);
        var wave = Waves?.Board.WaveOf(node.Name);
        var verdict = Verdicts.OfNode(results, steps.Count(s => s.ForNodes is not null), isPlan);
        var drifted = results.FirstOrDefault(r => r.Status == StepStatus.Drifted);
        return new()
        {
            Name = node.Name,
            Group = Waves is { HasStrategy: true } ? wave?.Group.Name : null,
            Verdict = verdict,
            Step = results.Count > 0 ? results[^1].Step : null,
            Results = results,
            Machine = results.Count > 0 ? results[^1].Machine : null,
            Duration = results.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Duration),
            Error = verdict == DrydockTaskVerdict.Drifted ? drifted?.Error : results.Count > 0 ? results[^1].Error : null,
            Reason = verdict switch
            {
                DrydockTaskVerdict.Success or DrydockTaskVerdict.Planned => null,
                DrydockTaskVerdict.Drifted => drifted?.Error?.Message,
                _ => Reason(results, wave),
            },
        };
    }

    private IReadOnlyList<DrydockStepResult> ResultsOf(DrydockNode node) => Waves is not null
        ? Waves.ResultsOf(node.Name)
        : [.. steps.SelectMany(s => resultsOf(s.Name) ?? []).Where(r => r.Target == node.Name)];

    private string? Reason(IReadOnlyList<DrydockStepResult> results, Wave? wave) => results switch
    {
        [.., { Status: StepStatus.Failed } failed] => failed.Error?.Message,
        [.., { Status: StepStatus.Skipped } skipped] => string.Join(" ", skipped.Messages),
        [] when Waves is not null && wave is null => "No group of the deployment strategy selects it.",
        [] when wave?.State == WaveState.NotBegun => wave.Reasons[0],
        _ when Waves is null => "The task was broken off.",
        _ => "The task was ended before its turn.",
    };

    private DrydockTaskGroup Group(Wave wave, WaveBoard board, List<DrydockTaskNode> nodes)
    {
        var succeeded = board.CountSucceeded(wave);
        var names = wave.Members.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Name = wave.Group.Name,
            IsCritical = wave.Group.IsCritical,
            Verdict = wave.State switch
            {
                WaveState.Succeeded when names.Count == 0 => DrydockTaskVerdict.NothingSelected,
                WaveState.Succeeded when isPlan => DrydockTaskVerdict.Planned,
                WaveState.Succeeded when nodes.Exists(n => n.Verdict == DrydockTaskVerdict.Drifted && names.Contains(n.Name)) => DrydockTaskVerdict.Drifted,
                WaveState.Succeeded => DrydockTaskVerdict.Success,
                WaveState.Failed => DrydockTaskVerdict.Failure,
                _ => DrydockTaskVerdict.Incomplete,
            },
            Nodes = [.. wave.Members.Select(n => n.Name)],
            Succeeded = succeeded,
            Failed = wave.Members.Count - succeeded,
            Reasons = wave.Reasons,
        };
    }

    private IEnumerable<DrydockTaskMessage> Messages(List<DrydockTaskNode> nodes)
    {
        if (TaskSteps.IsOfNodes(request.Settings.Action) && request.Nodes.Count == 0)
            yield return new() { Text = "No nodes in scope, no work to do." };
        foreach (var result in steps.SelectMany(s => resultsOf(s.Name) ?? []))
        {
            foreach (var message in Verdicts.Messages(result))
                yield return message;
        }

        foreach (var node in nodes.Where(n => n.Step is null))
            yield return new() { Text = node.Reason!, ContextType = "node", Context = node.Name };
        foreach (var wave in Waves is { HasStrategy: true } ? Waves.Board.Waves.Where(w => w.HasFailed) : [])
        {
            foreach (var reason in wave.Reasons)
                yield return new() { Text = reason, IsError = true, ContextType = "group", Context = wave.Group.Name };
        }
    }
}
