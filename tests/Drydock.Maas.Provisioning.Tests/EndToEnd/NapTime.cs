using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>
/// A clock that goes on only while somebody naps, and then at once: work takes no time on it, however busy the machine is, and a time limit is
/// reached by naps alone.
/// </summary>
internal sealed class NapTime : FakeTimeProvider
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(2);

    public NapTime()
        : base(DateTimeOffset.UtcNow)
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestNap)
            _ = Task.Run(() => Advance(dueTime));
        return timer;
    }
}
