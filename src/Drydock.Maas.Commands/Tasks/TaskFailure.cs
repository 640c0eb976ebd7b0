using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Describes the failure of a task in one text: what, where, why and what to do next; logs often have nothing else.</summary>
internal static class TaskFailure
{
    private const int Told = 5;
    private const int Named = 20;

    /// <summary>The whole text.</summary>
    public static string Describe(DrydockTaskResult task) =>
        string.Join(Environment.NewLine, [DescribeOutcome(task), .. DescribeGroups(task), .. DescribeFailures(task), .. DescribeOpenNodes(task), DescribeNextCommand(task)]);

    /// <summary>Whether a group of a strategy failed or was not begun.</summary>
    public static bool HasFailed(DrydockTaskGroup group) =>
        group.Verdict is DrydockTaskVerdict.Failure or DrydockTaskVerdict.Incomplete;

    /// <summary>A failed result in a line, for example: worker02, Deploy: Machine worker02 ended as Failed deployment.</summary>
    public static string DescribeResult(DrydockStepResult result) => FormatLine(result.Target, result.Step, result.Error?.Message ?? "no reason is known");

    private static string FormatLine(string target, string? step, string? reason) => $"{target}{(step is null ? "" : $", {step}")}: {reason}";

    private static string DescribeOutcome(DrydockTaskResult task)
    {
        var left = task.Nodes.Count - task.Succeeded - task.Failed - (task.Nodes.Count > 0 ? task.Drifted : 0);
        return $"{task}; {task.Succeeded} succeeded, {task.Failed} failed{(task.Drifted > 0 ? $", {task.Drifted} drifted" : "")}{(left > 0 ? $", {left} did not end" : "")}.";
    }

    private static IEnumerable<string> DescribeGroups(DrydockTaskResult task) => task.Groups
        .Where(g => g.IsCritical && HasFailed(g))
        .Select(g => $"group {g.Name}: {string.Join(" ", g.Reasons)}");

    private static IEnumerable<string> DescribeFailures(DrydockTaskResult task)
    {
        if (task.Nodes.Count == 0)
            return Shorten(
                [.. task.Messages.Where(m => m.IsError).Select(m => (m.Context ?? "site", FormatLine(m.Context ?? "site", m.Step, m.Text)))]);
        var failed = task.Nodes.Where(n => n.Verdict == DrydockTaskVerdict.Failure);
        return Shorten([.. failed.Select(n => (n.Name, FormatLine(n.Name, n.Step, n.Reason ?? n.Error?.Message)))]);
    }

    private static IEnumerable<string> Shorten(IReadOnlyList<(string Name, string Line)> failed) =>
        failed.Count <= Told + 1
            ? failed.Select(f => f.Line)
            : failed.Take(Told).Select(f => f.Line).Append(
                $"and {failed.Count - Told} more: {JoinNames(failed.Skip(Told).Select(f => f.Name))}");

    private static IEnumerable<string> DescribeOpenNodes(DrydockTaskResult task)
    {
        var open = task.Nodes.Where(n => n.Verdict is not (DrydockTaskVerdict.Success or DrydockTaskVerdict.Failure or DrydockTaskVerdict.Drifted))
            .GroupBy(n => n.Reason).Select(g => (Reason: g.Key, Nodes: g.ToList())).ToList();
        return open.Select(g => FormatLine(JoinNames(g.Nodes.Select(n => n.Name)), null, g.Reason ?? "not ended"));
    }

    private static string JoinNames(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Take(Named)) + (all.Count > Named ? $" and {all.Count - Named} more" : "");
    }

    private static string DescribeNextCommand(DrydockTaskResult task)
    {
        var again = task.JournalPath is { } path
            ? $"Resume-DrydockTask '{path.Replace("'", "''", StringComparison.Ordinal)}'"
            : "the same command again";
        return $"What is done stays done. When the causes are mended, {again} goes on with the rest. "
            + "(Get-DrydockTask -Last) has the whole result.";
    }
}
