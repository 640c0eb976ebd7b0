namespace Drydock.Maas.Planning;

/// <summary>The time at which the machine of a result was read, and the parts that have been written since.</summary>
/// <param name="Session">The connection it was read over.</param>
/// <param name="At">The moment at which the reading began, or at which the machine was seen while it was waited for; a time stamp of the run's clock.</param>
/// <param name="Outdated">Parts that have been written since, of which the object may not tell all.</param>
internal sealed record MachineReading(MaasSession Session, long At, MachineParts Outdated = MachineParts.None)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // A busy MAAS takes longer than that for one step. What no longer fits it refuses, and what needs the whole machine reads it again.
    private static readonly TimeSpan PartLimit = TimeSpan.FromSeconds(30);

    /// <summary>Whether it is so recent that it need not be repeated.</summary>
    /// <param name="uses">The parts of the machine that are needed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="now">A time stamp of it.</param>
    public bool IsRecent(MachineParts uses, TimeProvider time, long now) =>
        time.GetElapsedTime(At, now) < (uses == MachineParts.All ? Limit : PartLimit) && (Outdated & uses) == MachineParts.None;
}
