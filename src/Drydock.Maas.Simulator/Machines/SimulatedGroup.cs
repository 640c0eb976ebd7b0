namespace Drydock.Maas.Simulator.Machines;

/// <summary>What volumes are put together to.</summary>
internal abstract class SimulatedGroup
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Uuid { get; set; } = Guid.NewGuid().ToString();

    /// <summary>What MAAS says a member is used for.</summary>
    public abstract string Describe(SimulatedVolume member);

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
