using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>Options of a step of a site. Each step has a record of its own, which says which step it is.</summary>
public abstract record SiteStepOptions
{
    /// <summary>Time limit, polling and clock.</summary>
    public StepTiming Timing { get; init; } = new();
}

/// <summary>Options of a step of a site that can remove what MAAS has beyond the design.</summary>
public abstract record PruningStepOptions : SiteStepOptions
{
    /// <summary>Remove what the site has beyond its design.</summary>
    public bool Prune { get; init; }

    /// <summary>Lists of the site that were read already, or will be, for several steps that only read; null to read them anew.</summary>
    internal SiteListings? Listings { get; init; }
}
