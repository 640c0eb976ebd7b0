namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>The system's clock, which a test may stop: nothing happens by itself meanwhile.</summary>
internal sealed class PausableTime : TimeProvider
{
    private readonly object _lock = new();
    private long _lost;
    private long? _stopped;

    public override long GetTimestamp()
    {
        lock (_lock)
            return (_stopped ?? base.GetTimestamp()) - _lost;
    }

    public void Pause()
    {
        lock (_lock)
            _stopped ??= base.GetTimestamp();
    }

    public void Resume()
    {
        lock (_lock)
        {
            _lost += _stopped is { } stopped ? base.GetTimestamp() - stopped : 0;
            _stopped = null;
        }
    }
}
