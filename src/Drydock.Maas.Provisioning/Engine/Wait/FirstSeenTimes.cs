using System.Collections.Concurrent;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>
/// The times at which this session first saw machines at what they are doing, told apart by the event of its beginning. Moments are time stamps of a
/// <see cref="TimeProvider"/>, which no change of a clock moves.
/// </summary>
internal sealed class FirstSeenTimes
{
    private readonly ConcurrentDictionary<(string SystemId, int EventId), long> _first = new();

    /// <summary>Notes that a machine is seen; the answer is when it was seen so first.</summary>
    public long Note(string systemId, int eventId, long at) =>
        _first.AddOrUpdate((systemId, eventId), at, (_, before) => Math.Min(before, at));
}
