namespace Drydock.Maas.Simulator.State;

/// <summary>A software RAID.</summary>
internal sealed class SimulatedRaid : SimulatedGroup
{
    private const long Superblock = 128L << 10;

    /// <summary><c>raid-0</c>, <c>raid-1</c>, <c>raid-5</c>, <c>raid-6</c> or <c>raid-10</c>.</summary>
    public required string Level { get; init; }

    public List<SimulatedVolume> Devices { get; } = [];

    public List<SimulatedVolume> Spares { get; } = [];

    public override string NiceName => "RAID";

    public override IEnumerable<SimulatedVolume> AllMembers => Devices.Concat(Spares);

    /// <summary>The smallest member counts, be it a spare; striped are all.</summary>
    public long Size
    {
        get
        {
            var smallest = AllMembers.Select(member => member.Size).DefaultIfEmpty().Min();
            return Level switch
            {
                _ when smallest == 0 => 0,
                "raid-1" => smallest - Superblock,
                "raid-5" => (smallest * (Devices.Count - 1)) - Superblock,
                "raid-6" => (smallest * (Devices.Count - 2)) - Superblock,
                "raid-10" => (smallest * Devices.Count / 2) - Superblock,
                _ => AllMembers.Sum(member => member.Size - Superblock),
            };
        }
    }

    public override string Describe(SimulatedVolume member) =>
        $"{(Spares.Contains(member) ? "Spare" : "Active")} {Level} device for {Name}";

    public void Join(SimulatedVolume member, bool spare)
    {
        Take(this, member, spare ? "raid-spare" : "raid");
        (spare ? Spares : Devices).Add(member);
    }

    public override void Leave(SimulatedVolume member)
    {
        Release(member);
        Devices.Remove(member);
        Spares.Remove(member);
    }
}
