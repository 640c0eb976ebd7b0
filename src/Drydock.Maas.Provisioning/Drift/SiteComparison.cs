using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Compares the site itself: every step of a site that keeps something in MAAS of which the design says how it is.</summary>
internal sealed class SiteComparison(MaasSession session, SiteListings listings, string? space)
{
    private readonly (ResourceKind Kind, SiteStepOptions Options)[] _steps =
    [
        (ResourceKind.Subnet, new SiteNetworkStepOptions { Space = space, Listings = listings }),
        (ResourceKind.SshKey, new SshKeyStepOptions { Listings = listings }),
        (ResourceKind.PackageRepository, new RepositoryStepOptions { Listings = listings }),
        (ResourceKind.Tag, new TagDefinitionStepOptions { Listings = listings }),
    ];

    public async Task<SiteFindings> CompareAsync(SiteDesign design, CancellationToken token)
    {
        var observer = new PlanReader();
        var plans = await Task.WhenAll(_steps.Select(step =>
            SiteStepFactory.Create(session, step.Options, observer).PlanAsync(design, token))).ConfigureAwait(false);
        var parts = plans.SelectMany((p, i) => p.Select(part => (_steps[i].Kind, Part: part)))
            .Where(p => p.Part.SkippedBecause is null).ToList();
        return new(
            [.. parts.SelectMany(p => p.Part.Changes.Select(c => c with { Target = p.Part.Target }))],
            [.. parts.Select(p => (p.Kind, p.Part.Target, Error: p.Part.Error ?? p.Part.Shortfall)).Where(p => p.Error is not null)
                .Select(p => NotComparable(p.Kind, p.Target, p.Error!))]);
    }

    private static DesignDrift NotComparable(ResourceKind kind, string target, NodeException error) => new()
    {
        Kind = DriftKind.NotComparable,
        Scope = kind == ResourceKind.Subnet ? ChangeScope.Network : ChangeScope.Site,
        Target = target,
        ResourceKind = kind,
        Resource = target,
        Severity = ChangeSeverity.Disruptive,
        Blocker = error.Message,
    };
}
