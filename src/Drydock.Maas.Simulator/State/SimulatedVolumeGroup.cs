namespace Drydock.Maas.Simulator.State;

/// <summary>An LVM volume group.</summary>
internal sealed class SimulatedVolumeGroup : SimulatedGroup
{
    public List<SimulatedVolume> Members { get; } = [];

    public List<SimulatedBlockDevice> Volumes { get; } = [];

    public override string NiceName => "volume group";

    public override IEnumerable<SimulatedVolume> AllMembers => Members;

    public long Size => StorageExtent.VolumeGroup(Members.Select(m => m.Size));

    public long UsedSize => Volumes.Sum(v => v.Size);

    public long AvailableSize => Size - UsedSize;

    public override string Describe(SimulatedVolume member) => $"LVM volume for {Name}";

    public void Join(SimulatedVolume member)
    {
        Take(this, member, "lvm-pv");
        Members.Add(member);
    }

    public override void Leave(SimulatedVolume member)
    {
        Release(member);
        Members.Remove(member);
    }
}
