using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Compares the site itself: every step of a site that keeps something in MAAS of which the design says how it is.</summary>
internal sealed class SiteComparison(MaasSession session, StepOptions options)
{
    private static readonly SiteStepKind[] Steps = [SiteStepKind.Network, SiteStepKind.SshKey, SiteStepKind.Repository, SiteStepKind.Tag];

    public async Task<SiteFindings> CompareAsync(SiteDesign design, CancellationToken token)
    {
        var host = new PlanReader();
        var plans = await Task.WhenAll(Steps.Select(kind =>
            SiteStepFactory.Create(session, kind, options, host).PlanAsync(design, token))).ConfigureAwait(false);
        var parts = plans.SelectMany((p, i) => p.Select(part => (Kind: Steps[i], Part: part)))
            .Where(p => p.Part.SkippedBecause is null).ToList();
        return new(
            [.. parts.SelectMany(p => p.Part.Changes.Select(c => c with { Target = p.Part.Target }))],
            [.. parts.Select(p => (p.Kind, p.Part.Target, Error: p.Part.Error ?? p.Part.Shortfall)).Where(p => p.Error is not null)
                .Select(p => NotComparable(p.Kind, p.Target, p.Error!))]);
    }

    private static ResourceKind KindOf(SiteStepKind step) => step switch
    {
        SiteStepKind.SshKey => ResourceKind.SshKey,
        SiteStepKind.Repository => ResourceKind.PackageRepository,
        SiteStepKind.Tag => ResourceKind.Tag,
        _ => ResourceKind.Subnet,
    };

    private static DesignDrift NotComparable(SiteStepKind kind, string target, NodeException error) => new()
    {
        Kind = DriftKind.NotComparable,
        Scope = kind == SiteStepKind.Network ? ChangeScope.Network : ChangeScope.Site,
        Target = target,
        ResourceKind = KindOf(kind),
        Resource = target,
        Severity = ChangeSeverity.Disruptive,
        Blocker = error.Message,
    };
}
