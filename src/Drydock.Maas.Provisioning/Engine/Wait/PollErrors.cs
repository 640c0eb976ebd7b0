using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>
/// Polls that fail while something is waited for: they are repeated until the time limit, told in the log each time, and as a warning
/// once for each stretch of them that does not pass by itself. One instance serves all that wait for the same poll.
/// </summary>
internal sealed class PollErrors
{
    /// <summary>A region that restarts, or asks to slow down, is back after a few looks.</summary>
    private const int Passing = 3;

    private readonly object _lock = new();
    private int _inARow;
    private string? _told;

    /// <summary>Why the last poll failed; null when it did not.</summary>
    public MaasException? Last { get; private set; }

    /// <summary>Notes that a poll was answered.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            Last = null;
            _told = null;
            _inARow = 0;
        }
    }

    /// <summary>Notes that a poll failed.</summary>
    public void Add(MaasException error, IStepObserver observer)
    {
        lock (_lock)
        {
            if (ReferenceEquals(Last, error))
                return;
            Last = error;
            _inARow++;
            if (_told == error.Message || (_inARow < Passing && !IsRefusal(error)))
            {
                observer.ReportDetail($"What is waited for could not be looked at; it is tried again. {error.Message}");
                return;
            }

            _told = error.Message;
        }

        observer.Warn($"What is waited for cannot be looked at: {error.Sentence} MAAS goes on with it meanwhile, and is asked again until the time limit.");
    }

    /// <summary>A key that was revoked or a clock that is wrong: somebody has to see to it.</summary>
    private static bool IsRefusal(MaasException error) => error is MaasApiException { StatusCode: < 500 and not 429 };
}
