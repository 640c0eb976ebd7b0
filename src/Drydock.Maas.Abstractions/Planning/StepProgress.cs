namespace Drydock.Maas.Planning;

/// <summary>The progress of a step with one node.</summary>
public sealed record StepProgress
{
    /// <summary>The node or network.</summary>
    public required string Target { get; init; }

    /// <summary>What is going on, for example Deploying, or creating bond0.</summary>
    public required string Activity { get; init; }

    /// <summary>Changes done so far.</summary>
    public int Done { get; init; }

    /// <summary>Changes in all; 0 when unknown.</summary>
    public int Total { get; init; }
}
