namespace Drydock.Maas.Design;

/// <summary>The criteria of success of a group; each criterion given has to be met.</summary>
public sealed record SuccessCriteria
{
    /// <summary>At least so many of a hundred nodes succeed; null for any number.</summary>
    public double? PercentSuccessfulNodes { get; init; }

    /// <summary>At least so many nodes succeed; null for any number.</summary>
    public int? MinimumSuccessfulNodes { get; init; }

    /// <summary>At most so many nodes fail; null for any number.</summary>
    public int? MaximumFailedNodes { get; init; }
}
