using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.SiteSteps;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Sets up fabrics, VLANs, subnets, ranges, DHCP, domains, static routes and spaces; one result per network.</summary>
internal sealed class SiteNetworkStep(MaasSession session) : ISiteStep
{
    public string Name => "SiteNetwork";

    public IReadOnlyList<string> Targets(SiteDesign design) => [.. design.Networks.Select(n => n.Name)];

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token)
    {
        var snapshot = await SiteSnapshotReader.ReadAsync(session.Client, design, token).ConfigureAwait(false);
        var context = new SiteContext(session.Client, snapshot);
        return [.. SiteNetworkPlanner.Plan(design, snapshot).Select(p => Part(p, context))];
    }

    /// <summary>Every network that was set up has to be there by its CIDR.</summary>
    public async Task<IReadOnlyDictionary<string, NodeException>> VerifyAsync(SiteDesign design, CancellationToken token)
    {
        var present = (await session.Client.Subnets.ListAsync(token).ConfigureAwait(false)).Select(s => s.Cidr).ToHashSet(StringComparer.Ordinal);
        return design.Networks.Where(n => SiteNetworkPlanner.IsConfigured(design, n) && !present.Contains(n.Cidr)).ToDictionary(
            n => n.Name,
            n => new NodeException(
                NodeErrorIds.SubnetNotFound, $"Network {n.Name} was set up, and yet MAAS has no subnet {n.Cidr} now. Somebody removed it; run the step again."));
    }

    private static SitePart Part(NetworkPlan plan, SiteContext context) =>
        new(plan.Network.Name, Bind(plan.Main.Build(), context), Bind(plan.Routes.Build(), context))
        {
            Error = plan.Error,
            SkippedBecause = plan.SkippedBecause,
        };

    private static Plan<IMaasClient> Bind(Plan<SiteContext> plan, SiteContext context) => new(
        [.. plan.Writes.Select(w => new PlannedWrite<IMaasClient>(w.Changes, (_, token) => w.ApplyAsync(context, token)))], plan.Messages);
}
