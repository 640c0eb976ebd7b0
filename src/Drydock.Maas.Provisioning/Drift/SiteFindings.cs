using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Differences of the site itself.</summary>
/// <param name="Changes">What would be changed.</param>
/// <param name="Notes">What cannot be compared.</param>
internal sealed record SiteFindings(IReadOnlyList<PlannedChange> Changes, IReadOnlyList<DesignDrift> Notes)
{
    public static SiteFindings None { get; } = new([], []);
}
