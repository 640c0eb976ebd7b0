namespace Drydock.Maas.Planning;

/// <summary>One way in which MAAS is not as the design wants it, with everything that follows from it folded in.</summary>
public sealed record DesignDrift
{
    /// <summary>How they differ.</summary>
    public required DriftKind Kind { get; init; }

    /// <summary>What kind of part it is about.</summary>
    public required ChangeScope Scope { get; init; }

    /// <summary>The node or network, or the site when several are concerned.</summary>
    public required string Target { get; init; }

    /// <summary>The kind of resource.</summary>
    public required ResourceKind ResourceKind { get; init; }

    /// <summary>Which one, for example gp/101, bond0 or sda/var.</summary>
    public required string Resource { get; init; }

    /// <summary>What of it differs; null when it is about the resource as a whole.</summary>
    public ChangeProperty? Property { get; init; }

    /// <summary>Which power parameter or item of owner data; null for other properties.</summary>
    public string? PropertyKey { get; init; }

    /// <summary>What the design says, as text; secrets are masked. Null when it says nothing.</summary>
    public string? DesignValue { get; init; }

    /// <summary>What MAAS has, as text; secrets are masked. Null when it has nothing.</summary>
    public string? MaasValue { get; init; }

    /// <summary>The worst that mending it does to a machine in use.</summary>
    public ChangeSeverity Severity { get; init; }

    /// <summary>Why it cannot be mended now, and what to do about that; null when the next run mends it.</summary>
    public string? Blocker { get; init; }

    /// <summary>Whether the next run mends it.</summary>
    public bool IsPossible => Blocker is null;

    /// <summary>What else has to be done because of it, in words.</summary>
    public IReadOnlyList<string> Consequences { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The finding in a sentence, without its target.</summary>
    public string Finding => ChangeWording.Describe(this);

    /// <summary>Target and finding.</summary>
    public override string ToString() => $"{Target}: {Finding}";
}
