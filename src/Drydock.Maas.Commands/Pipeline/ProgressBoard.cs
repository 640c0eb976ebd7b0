using System.Collections.Concurrent;
using System.Management.Automation;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>The progress of a command with its nodes, as one progress row with a few details; shown at most five times a second.</summary>
internal sealed class ProgressBoard(string activity, int id, TimeProvider time)
{
    private const int MaxNodesShown = 3;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<string, StepProgress> _nodes = new(StringComparer.Ordinal);
    private long _lastShown;

    private int _begun;
    private int _ended;

    /// <summary>Notes what a node is doing; answers whether it is time to show it.</summary>
    public bool Report(StepProgress progress)
    {
        _nodes[progress.Target] = progress;
        return IsDue();
    }

    /// <summary>A node begins.</summary>
    public void Begin() => Interlocked.Increment(ref _begun);

    /// <summary>A node has ended.</summary>
    public void End(string target)
    {
        Interlocked.Increment(ref _ended);
        _nodes.TryRemove(target, out _);
    }

    /// <summary>The row as it is now.</summary>
    public ProgressRecord Show()
    {
        var nodes = _nodes.Values.OrderBy(p => p.Target, StringComparer.Ordinal).Take(MaxNodesShown).Select(Describe).ToList();
        var status = $"{_ended} of {_begun} nodes";
        return new ProgressRecord(id, activity, nodes.Count > 0 ? $"{status}, {nodes[0]}" : status)
        {
            CurrentOperation = string.Join("; ", nodes),
            PercentComplete = _begun == 0 ? -1 : _ended * 100 / _begun,
        };
    }

    /// <summary>Takes the row away.</summary>
    public ProgressRecord Complete() => new(id, activity, "Completed") { RecordType = ProgressRecordType.Completed };

    private static string Describe(StepProgress p) =>
        p.Total > 0 ? $"{p.Target}: {p.Activity} ({p.Done}/{p.Total})" : $"{p.Target}: {p.Activity}";

    private bool IsDue()
    {
        var last = Interlocked.Read(ref _lastShown);
        var now = time.GetTimestamp();
        return (last == 0 || time.GetElapsedTime(last, now) >= Interval) && Interlocked.CompareExchange(ref _lastShown, now, last) == last;
    }
}
