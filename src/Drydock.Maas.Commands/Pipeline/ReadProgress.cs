using System.Management.Automation;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>The progress of reading files; silent while it is quick.</summary>
internal sealed class ReadProgress(string activity, int total, TimeProvider time, Action changed) : IProgress<int>
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _lastShown;
    private int _done;

    public bool WasShown => _lastShown > TimeSpan.Zero;

    /// <inheritdoc/>
    public void Report(int value)
    {
        _done = value;
        var elapsed = time.GetElapsedTime(_start);
        if (elapsed < Quiet || elapsed - _lastShown < Interval)
            return;
        _lastShown = elapsed;
        changed();
    }

    public ProgressRecord Show() =>
        new(0, activity, _done < total ? $"{_done} of {total} files" : "Compiling")
        {
            PercentComplete = total == 0 ? -1 : Math.Min(100, _done * 100 / total),
        };

    public ProgressRecord Complete() => new(0, activity, "Completed") { RecordType = ProgressRecordType.Completed };
}
