namespace Drydock.Maas.Simulator.State;

/// <summary>A slow device behind a cache set.</summary>
internal sealed class SimulatedBcache : SimulatedGroup
{
    /// <summary><c>writeback</c>, <c>writethrough</c> or <c>writearound</c>.</summary>
    public required string CacheMode { get; set; }

    public required SimulatedCacheSet CacheSet { get; set; }

    public SimulatedVolume? Backing { get; private set; }

    public override string NiceName => "Bcache";

    public override IEnumerable<SimulatedVolume> AllMembers => Backing is null ? [] : [Backing];

    public override string Describe(SimulatedVolume member) => $"Backing device for {Name}";

    public void Back(SimulatedVolume? member)
    {
        Release(Backing);
        Backing = member;
        if (member is not null)
            Take(this, member, "bcache-backing");
    }

    public override void Leave(SimulatedVolume member) => Back(null);
}
