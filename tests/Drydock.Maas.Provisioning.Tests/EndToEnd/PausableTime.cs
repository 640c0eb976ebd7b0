namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>
/// A clock which a test may stop: nothing happens by itself meanwhile. It passes as another does, the system's if none is given; the date is the
/// system's always, for requests are signed with it.
/// </summary>
internal sealed class PausableTime(TimeProvider? clock = null) : TimeProvider
{
    private readonly TimeProvider _clock = clock ?? System;
    private readonly object _lock = new();
    private long _lost;
    private long? _stopped;

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override long GetTimestamp()
    {
        lock (_lock)
            return (_stopped ?? _clock.GetTimestamp()) - _lost;
    }

    public void Pause()
    {
        lock (_lock)
            _stopped ??= _clock.GetTimestamp();
    }

    public void Resume()
    {
        lock (_lock)
        {
            _lost += _stopped is { } stopped ? _clock.GetTimestamp() - stopped : 0;
            _stopped = null;
        }
    }
}
