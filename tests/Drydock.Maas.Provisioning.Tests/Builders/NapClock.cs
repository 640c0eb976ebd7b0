using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>A clock that stands still until a test lets one nap of a known length pass, once somebody has gone to sleep for it.</summary>
internal sealed class NapClock(TimeSpan nap, TimeSpan? longer = null) : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _naps = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == nap || dueTime == longer)
            _naps.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody sleeps; what was to be done before is done by then.</summary>
    public async Task AsleepAsync() => await _naps.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async Task TickAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            await AsleepAsync();
            Advance(nap);
        }
    }
}
