namespace Drydock.Maas.Simulator.State;

/// <summary>A group that volumes are put together to.</summary>
internal abstract class SimulatedGroup
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Uuid { get; set; } = Guid.NewGuid().ToString();

    /// <summary>What MAAS calls its kind when it says that something is a part of it; null for what it does not say that of.</summary>
    public abstract string? NiceName { get; }

    public abstract IEnumerable<SimulatedVolume> AllMembers { get; }

    /// <summary>What MAAS says a member is used for.</summary>
    public abstract string Describe(SimulatedVolume member);

    /// <summary>Frees a member.</summary>
    public abstract void Leave(SimulatedVolume member);

    protected static void Take(SimulatedGroup group, SimulatedVolume member, string filesystem)
    {
        member.MemberOf = group;
        member.Filesystem = SimulatedFilesystem.New(filesystem);
    }

    protected static void Release(SimulatedVolume? member)
    {
        if (member is not null)
            (member.MemberOf, member.Filesystem) = (null, null);
    }
}
