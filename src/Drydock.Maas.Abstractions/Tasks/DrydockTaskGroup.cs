using Drydock.Maas.Planning;

namespace Drydock.Maas.Tasks;

/// <summary>The outcome of a group of the deployment strategy.</summary>
public sealed record DrydockTaskGroup
{
    /// <summary>The group.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the roll-out goes no further when it fails.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Success, Drifted or Planned when its criteria were met, Failure when not, Incomplete when it was not begun, NothingSelected without nodes.</summary>
    public DrydockTaskVerdict Verdict { get; init; }

    /// <summary>Its nodes, also those whose turn came with another group.</summary>
    public IReadOnlyList<string> Nodes { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>How many of them succeeded.</summary>
    public int Succeeded { get; init; }

    /// <summary>How many of them failed or were not begun.</summary>
    public int Failed { get; init; }

    /// <summary>The criteria not met, each in a sentence, or why it was not begun.</summary>
    public IReadOnlyList<string> Reasons { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Name and verdict.</summary>
    public override string ToString() => $"{Name}: {Verdict}";
}
