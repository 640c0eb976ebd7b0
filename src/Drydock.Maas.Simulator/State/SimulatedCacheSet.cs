namespace Drydock.Maas.Simulator.State;

/// <summary>A fast device that bcaches share.</summary>
internal sealed class SimulatedCacheSet : SimulatedGroup
{
    public SimulatedVolume? Cache { get; private set; }

    /// <summary>MAAS lets what a cache set is made of be deleted, unlike the members of other groups.</summary>
    public override string? NiceName => null;

    public override IEnumerable<SimulatedVolume> AllMembers => Cache is null ? [] : [Cache];

    public override string Describe(SimulatedVolume member) => $"Cache device for {Name}";

    public void Use(SimulatedVolume? member)
    {
        Release(Cache);
        Cache = member;
        if (member is not null)
            Take(this, member, "bcache-cache");
    }

    public override void Leave(SimulatedVolume member) => Use(null);
}
