namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>Time limits, pace of polling and clock of a step.</summary>
public sealed record StepTiming
{
    /// <summary>
    /// How long commissioning, deployment or release of one node may take; null for Drydock's default (30, 45 and 30 minutes).
    /// For the other steps how long they may take in all; null for no limit.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a release that another step needs first may take.</summary>
    public TimeSpan ReleaseTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long to wait between two looks at the waiting machines; null for the pace of the connection.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>
    /// When the command began that takes the step, as a time stamp of the clock: what was read since may be shared with its other steps. Null for
    /// the moment at which the step is made.
    /// </summary>
    public long? Since { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The timing with the moment at which the step is made, where no earlier one is given.</summary>
    internal StepTiming Begun() => Since is null ? this with { Since = TimeProvider.GetTimestamp() } : this;

    internal PollPace PaceOn(MaasSession session) => PollInterval is { } interval ? PollPace.Every(interval) : session.PollPace;
}
