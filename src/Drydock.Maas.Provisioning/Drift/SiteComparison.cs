using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.SiteSteps;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Compares the site itself: every step of a site that keeps something in MAAS.</summary>
internal sealed class SiteComparison(MaasSession session)
{
    private static readonly SiteStepKind[] Steps = [SiteStepKind.Network];

    public async Task<SiteFindings> CompareAsync(SiteDesign design, CancellationToken token)
    {
        var host = new PlanReader();
        var plans = Steps.Select(kind => SiteStepFactory.Create(session, kind, new StepOptions(), host).PlanAsync(design, token));
        var parts = (await Task.WhenAll(plans).ConfigureAwait(false)).SelectMany(p => p).Where(p => p.SkippedBecause is null).ToList();
        return new(
            [.. parts.SelectMany(p => p.Changes.Select(c => c with { Target = p.Target }))],
            [.. parts.Where(p => p.Error is not null).Select(p => NotComparable(p.Target, p.Error!))]);
    }

    private static DesignDrift NotComparable(string target, NodeException error) => new()
    {
        Kind = DriftKind.NotComparable,
        Scope = ChangeScope.Network,
        Target = target,
        ResourceType = "Network",
        Resource = target,
        Severity = ChangeSeverity.Disruptive,
        Blocker = error.Message,
    };
}
