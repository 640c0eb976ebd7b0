namespace Drydock.Maas.Simulator.State;

/// <summary>A VMFS datastore on one or more partitions.</summary>
internal sealed class SimulatedDatastore : SimulatedGroup
{
    public const string Filesystem = "vmfs6";

    public List<SimulatedVolume> Extents { get; } = [];

    public override string NiceName => "VMFS";

    public override IEnumerable<SimulatedVolume> AllMembers => Extents;

    /// <summary>Bytes.</summary>
    public long Size => Extents.Sum(extent => extent.Size);

    public override string Describe(SimulatedVolume member) => $"VMFS extent for {Name}";

    public void Extend(SimulatedVolume member)
    {
        Take(this, member, Filesystem);
        Extents.Add(member);
    }

    public override void Leave(SimulatedVolume member)
    {
        Release(member);
        Extents.Remove(member);
    }
}
