using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Sets up fabrics, VLANs, subnets, ranges, DHCP, domains, static routes and spaces; one result per network and, when pruning, one per
/// fabric that has too much. Drydock's CreateNetworkTemplate.
/// </summary>
internal sealed class SiteNetworkStep(MaasSession session, SiteNetworkStepOptions options) : ISiteStep
{
    public string Name => "SiteNetwork";

    /// <summary>That of the plan made last: it knows the site as it was read for that, and what was written since.</summary>
    public IOperationExecutor<IMaasClient> Executor { get; private set; } = new ExecutorSet<IMaasClient>();

    public IReadOnlyList<string> Targets(SiteDesign design) => [.. design.Networks.Select(n => n.Name)];

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token)
    {
        var snapshot = await SiteSnapshotReader.ReadAsync(
            session.Client, options.Listings ?? new(session.Client), design, options.Space, token).ConfigureAwait(false);
        var plans = await PlanAsync(design, snapshot, token).ConfigureAwait(false);
        Executor = new SiteNetworkExecutor(new(snapshot));
        var parts = plans.Select(Part).ToList();
        return options.Prune ? [.. parts, .. await PruneAsync(design, snapshot, plans, token).ConfigureAwait(false)] : parts;
    }

    /// <summary>Every network that was set up has to be there by its CIDR.</summary>
    public async Task<IReadOnlyDictionary<string, NodeException>> VerifyAsync(SiteDesign design, CancellationToken token)
    {
        var present =
            (await session.Client.Subnets.ListAsync(token).ConfigureAwait(false)).Select(s => s.Block).ToHashSet();
        var missing = design.Networks.Where(n => SiteNetworkPlanner.IsConfigured(design, n) && !present.Contains(n.Block));
        return missing.ToDictionary(n => n.Name, n => new NodeException(
            ErrorIds.SubnetNotFound,
            $"Network {n.Name} was set up, and yet MAAS has no subnet {n.Cidr} now. Somebody removed it; run the step again."));
    }

    /// <summary>Plans again without the networks whose preconditions do not hold.</summary>
    private async Task<IReadOnlyList<NetworkPlan>> PlanAsync(SiteDesign design, SiteSnapshot snapshot, CancellationToken token)
    {
        var allowed = new SiteNetworkTerms(options.Space, session.Client.Capabilities.RefusesOverlappingSubnets);
        var check = new PreconditionCheck(session);
        var plans = SiteNetworkPlanner.Plan(design, snapshot, allowed);
        var breaches = new Dictionary<string, NodeException>(StringComparer.Ordinal);
        foreach (var plan in plans.Where(p => p.IsActive))
        {
            if (await check.FindBreachAsync(plan.Plan.Preconditions, false, token).ConfigureAwait(false) is { } breach)
                breaches[plan.Network.Name] = breach;
        }

        if (breaches.Count > 0)
            plans = SiteNetworkPlanner.Plan(design, snapshot, allowed, breaches);
        var noted = new List<NetworkPlan>();
        foreach (var plan in plans)
        {
            IReadOnlyList<string> notes = plan.IsActive ? await check.FindNotesAsync(plan.Plan.Preconditions, token).ConfigureAwait(false) : [];
            noted.Add(plan with { Messages = [.. plan.Messages, .. notes] });
        }

        return noted;
    }

    private async Task<IEnumerable<SitePart>> PruneAsync(
        SiteDesign design, SiteSnapshot snapshot, IReadOnlyList<NetworkPlan> plans, CancellationToken token)
    {
        var stale = StaleNetwork.Find(design, snapshot, plans);
        var use = await NetworkUseReader.ReadAsync(session.Client, stale, snapshot, token).ConfigureAwait(false);
        return NetworkPrunePlanner.Plan(stale, snapshot, use).Select(p => new SitePart($"fabric {p.Key}", p.Value));
    }

    private static SitePart Part(NetworkPlan plan) => new(plan.Network.Name, plan.Plan)
    {
        Error = plan.Error,
        Shortfall = plan.RouteError,
        SkippedBecause = plan.SkippedBecause,
    };
}

/// <summary>Options of setting up the networks of a site.</summary>
public sealed record SiteNetworkStepOptions : PruningStepOptions
{
    /// <summary>The space of VLANs for which the design names none; null leaves them where they are.</summary>
    public string? Space { get; init; }
}
