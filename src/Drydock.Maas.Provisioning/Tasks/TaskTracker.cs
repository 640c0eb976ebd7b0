using System.Collections.Concurrent;
using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The progress of a task. Told from any thread, asked for its live view whenever there is time to show it.</summary>
internal sealed class TaskTracker(string title, IReadOnlyList<TaskStep> steps, int nodes)
{
    private const int Shown = 3;
    private readonly ConcurrentDictionary<string, (string Step, StepProgress? Progress)> _running = new(StringComparer.Ordinal);
    private readonly int[] _ended = new int[steps.Count];
    private readonly int[] _failed = new int[steps.Count];
    private int _nodesEnded;
    private int _nodesFailed;

    /// <summary>Tells how far groups are; null without a strategy.</summary>
    public Func<string>? Groups { get; set; }

    public void Begin(string step, string target) => _running[target] = (step, null);

    public void Report(string step, StepProgress progress) => _running[progress.Target] = (step, progress);

    /// <summary>A step ended for a node or for the site; for the site, what it reported of goes with it.</summary>
    public void End(string step, string target, bool failed)
    {
        _running.TryRemove(target, out _);
        var index = IndexOf(step);
        Interlocked.Increment(ref _ended[index]);
        if (failed)
            Interlocked.Increment(ref _failed[index]);
    }

    /// <summary>A step of the site ended as a whole.</summary>
    public void EndAll(string step)
    {
        foreach (var target in _running.Where(r => r.Value.Step == step).Select(r => r.Key).ToList())
            _running.TryRemove(target, out _);
    }

    public void EndNode(string node, bool failed)
    {
        _running.TryRemove(node, out _);
        Interlocked.Increment(ref _nodesEnded);
        if (failed)
            Interlocked.Increment(ref _nodesFailed);
    }

    /// <summary>The live view: the task, its groups, and the steps that are being taken.</summary>
    public IReadOnlyList<TaskProgressRow> Rows()
    {
        var running = _running.ToLookup(r => r.Value.Step, r => (Target: r.Key, r.Value.Progress), StringComparer.Ordinal);
        var rows = new List<TaskProgressRow> { Whole() };
        if (Groups?.Invoke() is { Length: > 0 } groups)
            rows.Add(new(1, "Groups", groups, "", -1));
        for (var i = 0; i < steps.Count; i++)
        {
            var targets = running[steps[i].Name].OrderBy(r => r.Target, StringComparer.Ordinal).ToList();
            if (targets.Count > 0)
                rows.Add(Row(i, targets));
        }

        return rows;
    }

    private TaskProgressRow Whole()
    {
        var work = Math.Max(nodes, 1) * steps.Count;
        var done = nodes == 0 ? _ended.Count(e => e > 0) : _ended.Sum();
        var status = nodes == 0 ? $"{done} of {steps.Count} steps" : $"{_nodesEnded} of {nodes} nodes{Failures(_nodesFailed)}";
        return new(0, title, status, "", work == 0 ? 100 : Math.Min(100, done * 100 / work));
    }

    private TaskProgressRow Row(int index, List<(string Target, StepProgress? Progress)> targets)
    {
        var status = nodes == 0
            ? $"{targets.Count} under way"
            : $"{targets.Count} under way, {_ended[index]} of {nodes} done{Failures(_failed[index])}{Activities(targets)}";
        var operation = string.Join("; ", targets.Take(Shown).Select(t => t.Progress is { } p ? $"{t.Target}: {Describe(p)}" : t.Target));
        return new(2 + index, steps[index].Name, status, operation, nodes == 0 ? -1 : _ended[index] * 100 / nodes);
    }

    /// <summary>
    /// What most nodes are at: a terminal shows no more than the status. A node that writes is at its plan, not at a change of it.
    /// </summary>
    private static string Activities(List<(string Target, StepProgress? Progress)> targets)
    {
        var activities = targets.Where(t => t.Progress is not null)
            .GroupBy(t => t.Progress!.Total > 0 ? "being set up" : t.Progress.Activity.Split(':')[0], StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Shown).Select(g => $"{g.Count()} {g.Key}").ToList();
        return activities.Count == 0 ? "" : $": {string.Join(", ", activities)}";
    }

    private static string Describe(StepProgress progress) =>
        progress.Total > 0 ? $"{progress.Activity} ({progress.Done}/{progress.Total})" : progress.Activity;

    private static string Failures(int count) => count == 0 ? "" : $", {count} failed";

    private int IndexOf(string step)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Name == step)
                return i;
        }

        return 0;
    }
}
