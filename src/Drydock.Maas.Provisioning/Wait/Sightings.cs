using System.Collections.Concurrent;

namespace Drydock.Maas.Provisioning.Wait;

/// <summary>When this session first saw machines at what they are doing, by the event that tells of its beginning.</summary>
internal sealed class Sightings
{
    private readonly ConcurrentDictionary<(string SystemId, int EventId), DateTimeOffset> _first = new();

    /// <summary>Notes that a machine is seen; the answer is when it was seen so first.</summary>
    public DateTimeOffset Note(string systemId, int eventId, DateTimeOffset at) =>
        _first.AddOrUpdate((systemId, eventId), at, (_, before) => before < at ? before : at);
}
