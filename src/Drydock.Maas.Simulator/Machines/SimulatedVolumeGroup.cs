namespace Drydock.Maas.Simulator.Machines;

/// <summary>An LVM volume group.</summary>
internal sealed class SimulatedVolumeGroup : SimulatedGroup
{
    public List<SimulatedVolume> Members { get; } = [];

    public List<SimulatedBlockDevice> Volumes { get; } = [];

    public long Size => StorageSizes.OfGroup(Members);

    public long UsedSize => Volumes.Sum(v => v.Size);

    public long AvailableSize => Size - UsedSize;

    public override string Describe(SimulatedVolume member) => $"LVM volume for {Name}";

    public void Join(SimulatedVolume member)
    {
        Take(this, member, "lvm-pv");
        Members.Add(member);
    }

    public void Leave(SimulatedVolume member)
    {
        Release(member);
        Members.Remove(member);
    }

    /// <summary>Another name is another prefix of its logical volumes' names.</summary>
    public void Rename(string name)
    {
        foreach (var volume in Volumes)
            volume.Name = name + volume.Name[Name.Length..];
        Name = name;
    }
}
