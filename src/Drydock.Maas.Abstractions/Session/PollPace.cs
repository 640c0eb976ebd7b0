namespace Drydock.Maas.Session;

/// <summary>The time between two looks at a machine: short at first, longer the longer it takes.</summary>
/// <param name="First">The least.</param>
/// <param name="Longest">The most.</param>
internal sealed record PollPace(TimeSpan First, TimeSpan Longest)
{
    private const double Share = 0.1;

    /// <summary>For machines of metal, which take minutes.</summary>
    public static PollPace OfMetal { get; } = new(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10));

    /// <summary>The same each time.</summary>
    public static PollPace Every(TimeSpan interval) => new(interval, interval);

    /// <summary>How long to wait for the next look, so that little of the waiting is in vain.</summary>
    public TimeSpan After(TimeSpan waited)
    {
        var share = waited * Share;
        return share <= First ? First : share >= Longest ? Longest : share;
    }
}
