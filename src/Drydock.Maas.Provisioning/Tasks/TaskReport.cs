using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Puts the result of a task together.</summary>
internal sealed class TaskReport(
    Guid id, Uri maas, TaskRequest request, IReadOnlyList<TaskStep> steps, Func<string, IReadOnlyList<DrydockStepResult>?> resultsOf, bool isPlan)
{
    /// <summary>The nodes' way through the groups; null for a task of the site, or one that was broken off.</summary>
    public DeploymentGroupRun? GroupRun { get; init; }

    public DrydockTaskResult Make(DateTimeOffset start, DateTimeOffset end)
    {
        var isOfNodes = TaskSteps.IsOfNodes(request.Settings.Action);
        var nodes = isOfNodes ? request.Nodes.Select(Node).ToList() : [];
        var taken = steps.Select(s => Verdicts.Step(s, resultsOf(s.Name) ?? [], isPlan, Without(s))).ToList();
        var verdict = Verdicts.Align(isOfNodes
            ? nodes.Where(n => GroupRun?.Board.FindGroup(n.Name) is not null).Select(n => n.Verdict)
            : taken.Select(s => s.Verdict));
        return new()
        {
            Id = id,
            Action = request.Settings.Action,
            Site = request.Site.Name,
            IsPlan = isPlan,
            Verdict = verdict,
            MeetsCriteria = verdict is not (DrydockTaskVerdict.NothingSelected or DrydockTaskVerdict.Stopped) && (GroupRun is null ? HasPassed(verdict) : GroupRun.Board.MeetsCriteria),
            Steps = taken,
            Nodes = nodes,
            Groups = GroupRun is { HasStrategy: true } ? [.. GroupRun.Board.Groups.Select(w => Group(w, GroupRun.Board, nodes))] : [],
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
        var results = GetResults(node);
        var progress = GroupRun?.Board.FindGroup(node.Name);
        var verdict = Verdicts.JudgeNode(results, steps.Count(s => s.ForNodes is not null), isPlan);
        var drifted = results.FirstOrDefault(r => r.Status == StepStatus.Drifted);
        return new()
        {
            Name = node.Name,
            Group = GroupRun is { HasStrategy: true } ? progress?.Group.Name : null,
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
                _ => Reason(results, progress),
            },
        };
    }

    private IReadOnlyList<DrydockStepResult> GetResults(DrydockNode node) => GroupRun is not null
        ? GroupRun.GetResults(node.Name)
        : [.. steps.SelectMany(s => resultsOf(s.Name) ?? []).Where(r => r.Target == node.Name)];

    private string? Reason(IReadOnlyList<DrydockStepResult> results, DeploymentGroupProgress? progress) => results switch
    {
        [.., { Status: StepStatus.Failed } failed] => failed.Error?.Message,
        [.., { Status: StepStatus.Skipped } skipped] => string.Join(" ", skipped.Messages),
        [] when GroupRun is not null && progress is null => "No group of the deployment strategy selects it.",
        [] when progress?.State == DeploymentGroupState.NotBegun => progress.Reasons[0],
        _ when GroupRun is null => "The task was broken off.",
        _ => "The task was ended before its turn.",
    };

    private DrydockTaskGroup Group(DeploymentGroupProgress progress, DeploymentGroupBoard board, List<DrydockTaskNode> nodes)
    {
        var succeeded = board.CountSucceeded(progress);
        var names = progress.Members.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Name = progress.Group.Name,
            IsCritical = progress.Group.IsCritical,
            Verdict = progress.State switch
            {
                DeploymentGroupState.Succeeded when names.Count == 0 => DrydockTaskVerdict.NothingSelected,
                DeploymentGroupState.Succeeded when isPlan => DrydockTaskVerdict.Planned,
                DeploymentGroupState.Succeeded when nodes.Exists(n => n.Verdict == DrydockTaskVerdict.Drifted && names.Contains(n.Name)) => DrydockTaskVerdict.Drifted,
                DeploymentGroupState.Succeeded => DrydockTaskVerdict.Success,
                DeploymentGroupState.Failed => DrydockTaskVerdict.Failure,
                _ => DrydockTaskVerdict.Incomplete,
            },
            Nodes = [.. progress.Members.Select(n => n.Name)],
            Succeeded = succeeded,
            Failed = progress.Members.Count - succeeded,
            Reasons = progress.Reasons,
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
        foreach (var progress in GroupRun is { HasStrategy: true } ? GroupRun.Board.Groups.Where(w => w.HasFailed) : [])
        {
            foreach (var reason in progress.Reasons)
                yield return new() { Text = reason, IsError = true, ContextType = "group", Context = progress.Group.Name };
        }
    }
}
