namespace Drydock.Maas.Simulator.Machines;

/// <summary>A fast device that bcaches share.</summary>
internal sealed class SimulatedCacheSet : SimulatedGroup
{
    public SimulatedVolume? Cache { get; private set; }

    public override string Describe(SimulatedVolume member) => $"Cache device for {Name}";

    public void Use(SimulatedVolume? member)
    {
        Release(Cache);
        Cache = member;
        if (member is not null)
            Take(this, member, "bcache-cache");
    }
}
