using System.Management.Automation;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>A task's live view as progress rows, a few times a second at most.</summary>
internal sealed class TaskView(int firstId, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly HashSet<int> _shown = [];
    private long _lastShown;

    /// <summary>Whether it is time to show the view; once asked, it is not for a while.</summary>
    public bool IsDue()
    {
        var last = Interlocked.Read(ref _lastShown);
        var now = time.GetTimestamp();
        return (last == 0 || time.GetElapsedTime(last, now) >= Interval) && Interlocked.CompareExchange(ref _lastShown, now, last) == last;
    }

    /// <summary>The records that bring the screen up to date.</summary>
    public IReadOnlyList<ProgressRecord> Show(IReadOnlyList<TaskProgressRow> rows)
    {
        var present = rows.Select(r => r.Id).ToHashSet();
        List<ProgressRecord> records = [.. _shown.Except(present).Select(MakeCompleted), .. rows.Select(MakeRecord)];
        _shown.Clear();
        _shown.UnionWith(present);
        return records;
    }

    /// <summary>The records that take the view away, children first.</summary>
    public IReadOnlyList<ProgressRecord> Clear() => [.. _shown.OrderDescending().Select(MakeCompleted)];

    private ProgressRecord MakeRecord(TaskProgressRow row) => new(firstId + row.Id, row.Activity, row.Status)
    {
        ParentActivityId = row.Id == 0 ? -1 : firstId,
        CurrentOperation = row.Operation.Length == 0 ? null : row.Operation,
        PercentComplete = row.Percent,
    };

    private ProgressRecord MakeCompleted(int row) => new(firstId + row, "Drydock task", "Completed")
    {
        ParentActivityId = row == 0 ? -1 : firstId,
        RecordType = ProgressRecordType.Completed,
    };
}
