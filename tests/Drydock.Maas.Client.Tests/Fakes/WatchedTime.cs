using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>A clock that stands still and tells when somebody begins to wait by it.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>How long the next one who waits wants to wait.</summary>
    public Task<TimeSpan> NextWaitAsync(CancellationToken token) => _waits.Reader.ReadAsync(token).AsTask().WaitAsync(Patience, token);

    /// <summary>Lets the next wait pass.</summary>
    public async Task<TimeSpan> PassWaitAsync(CancellationToken token)
    {
        var wait = await NextWaitAsync(token);
        Advance(wait);
        return wait;
    }
}
