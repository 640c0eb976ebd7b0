using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Puts the result of a task together.</summary>
internal sealed class TaskReport(
    Guid id, TaskRequest request, IReadOnlyList<TaskStep> steps, Func<string, IReadOnlyList<DrydockStepResult>> resultsOf, WaveRun? waves, bool isPlan)
{
    public DrydockTaskResult Make(DateTimeOffset start, DateTimeOffset end)
    {
        var taken = steps.Select(s => Verdicts.Step(s, resultsOf(s.Name))).ToList();
        var nodes = waves is null ? [] : request.Nodes.Select(n => Node(n, waves)).ToList();
        var verdict = Verdicts.Align(waves is null
            ? taken.Select(s => s.Verdict)
            : nodes.Where(n => waves.Board.WaveOf(n.Name) is not null).Select(n => n.Verdict));
        return new()
        {
            Id = id,
            Action = request.Settings.Action,
            Site = request.Site.Name,
            IsPlan = isPlan,
            Verdict = verdict,
            MeetsCriteria = waves is null ? verdict == DrydockTaskVerdict.Success : waves.Board.MeetsCriteria,
            Steps = taken,
            Nodes = nodes,
            Groups = waves is { HasStrategy: true } ? [.. waves.Board.Waves.Select(w => Group(w, waves.Board))] : [],
            Messages = [.. Messages(nodes)],
            StartedAt = start,
            Duration = end - start,
            JournalPath = isPlan ? null : request.JournalPath,
        };
    }

    private static DrydockTaskNode Node(DrydockNode node, WaveRun waves)
    {
        var results = waves.ResultsOf(node.Name);
        var wave = waves.Board.WaveOf(node.Name);
        return new()
        {
            Name = node.Name,
            Group = waves.HasStrategy ? wave?.Group.Name : null,
            Verdict = waves.HasSucceeded(node.Name) ? DrydockTaskVerdict.Success
                : results.Any(r => r.Status == StepStatus.Failed) ? DrydockTaskVerdict.Failure : DrydockTaskVerdict.Incomplete,
            Step = results.Count > 0 ? results[^1].Step : null,
            Results = results,
            Machine = results.Count > 0 ? results[^1].Machine : null,
            Duration = results.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Duration),
            Error = results.Count > 0 ? results[^1].Error : null,
            Reason = waves.HasSucceeded(node.Name) ? null : Reason(results, wave),
        };
    }

    private static string? Reason(IReadOnlyList<DrydockStepResult> results, Wave? wave) => results switch
    {
        [.., { Status: StepStatus.Failed } failed] => failed.Error?.Message,
        [.., { Status: StepStatus.Skipped } skipped] => string.Join(" ", skipped.Messages),
        [] when wave is null => "No group of the deployment strategy selects it.",
        [] when wave.State == WaveState.NotBegun => wave.Reasons[0],
        _ => "The task was ended before its turn.",
    };

    private static DrydockTaskGroup Group(Wave wave, WaveBoard board)
    {
        var succeeded = board.CountSucceeded(wave);
        return new()
        {
            Name = wave.Group.Name,
            IsCritical = wave.Group.IsCritical,
            Verdict = wave.State switch
            {
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
        if (waves is not null && request.Nodes.Count == 0)
            yield return new() { Text = "No nodes in scope, no work to do." };
        foreach (var result in steps.SelectMany(s => resultsOf(s.Name)))
        {
            foreach (var message in Verdicts.Messages(result))
                yield return message;
        }

        foreach (var node in nodes.Where(n => n.Step is null))
            yield return new() { Text = node.Reason!, ContextType = "node", Context = node.Name };
        foreach (var wave in waves is { HasStrategy: true } ? waves.Board.Waves.Where(w => w.HasFailed) : [])
        {
            foreach (var reason in wave.Reasons)
                yield return new() { Text = reason, IsError = true, ContextType = "group", Context = wave.Group.Name };
        }
    }
}
