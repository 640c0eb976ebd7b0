namespace Drydock.Maas.Planning;

/// <summary>When the machine of a result was read, and what of it has been written since.</summary>
/// <param name="Session">The connection it was read over.</param>
/// <param name="At">The moment at which the reading began, or at which the machine was seen while it was waited for; a time stamp of the run's clock.</param>
/// <param name="Outdated">Parts that have been written since, of which the object may not tell all.</param>
internal sealed record MachineReading(MaasSession Session, long At, MachineParts Outdated = MachineParts.None)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Whether it is so recent that it need not be repeated.</summary>
    public bool IsRecent(TimeProvider time, long now) => time.GetElapsedTime(At, now) < Limit;
}
