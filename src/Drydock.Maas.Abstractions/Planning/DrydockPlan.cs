namespace Drydock.Maas.Planning;

/// <summary>
/// A plan that was kept: what -WhatIf showed, for review and sign-off, and for -PlanPath to apply exactly that. It names the design and the MAAS it
/// was made for, and has no secrets.
/// </summary>
public sealed record DrydockPlan
{
    // Not public: PowerShell would make one of any object with the right properties.
    internal DrydockPlan()
    {
    }

    /// <summary>The site; null when its design has no Region.</summary>
    public string? Site { get; init; }

    /// <summary>A digest of the effective design, without its secrets.</summary>
    public required string DesignFingerprint { get; init; }

    /// <summary>The address of the MAAS it was made on.</summary>
    public required Uri MaasUrl { get; init; }

    /// <summary>Its parts, in the order in which they are taken.</summary>
    public IReadOnlyList<DrydockPlanPart> Parts { get; init => field = TextList<DrydockPlanPart>.From(value); } = TextList<DrydockPlanPart>.Empty;

    /// <summary>All changes, in order.</summary>
    public IReadOnlyList<PlannedChange> Changes => TextList<PlannedChange>.From([.. Parts.SelectMany(p => p.Changes)]);

    /// <summary>The file it was read from; null for none.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of the file it was read from, in hexadecimal digits; null for none.</summary>
    public string? Digest { get; init; }

    /// <summary>What of it is for a step and a node or another thing of the site; null when it has nothing for them.</summary>
    /// <param name="step">The step.</param>
    /// <param name="target">The node, network, key, repository, tag, image or script.</param>
    public DrydockPlanPart? Find(string step, string target) => Parts.FirstOrDefault(p =>
        string.Equals(p.Step, step, StringComparison.OrdinalIgnoreCase) && string.Equals(p.Target, target, StringComparison.OrdinalIgnoreCase));

    /// <summary>Site and number of changes.</summary>
    public override string ToString() => $"plan of {Site ?? "site"}, {(Changes.Count == 1 ? "1 change" : FormattableString.Invariant($"{Changes.Count} changes"))}";
}

/// <summary>The part of a plan for one step for one node or another thing of the site.</summary>
public sealed record DrydockPlanPart
{
    // Not public: PowerShell would make one of any object with the right properties.
    internal DrydockPlanPart()
    {
    }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The node, network, key, repository, tag, image or script.</summary>
    public required string Target { get; init; }

    /// <summary>The machine the node was found to be; null for other things, and for a node whose machine MAAS did not know yet.</summary>
    public string? SystemId { get; init; }

    /// <summary>Whether all of it was known; what a machine needs that was never commissioned is known only after that.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The changes, in order; empty where everything was as designed.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init => field = TextList<PlannedChange>.From(value); } = TextList<PlannedChange>.Empty;

    /// <summary>What the step had to say.</summary>
    public IReadOnlyList<string> Messages { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Step, target and number of changes.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Step} of {Target}: {(IsKnown ? "" : "not all known, ")}{(Changes.Count == 1 ? "1 change" : $"{Changes.Count} changes")}");
}
