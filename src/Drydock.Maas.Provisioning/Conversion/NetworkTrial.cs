using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Tries networks with their planner, and takes out of them what it would change.</summary>
internal sealed class NetworkTrial(SiteSnapshot site, SiteNetworkTerms terms, ConversionFindings findings)
{
    private const string Hands = "The network is labelled noconfig, so that no run touches it; take the label off when it may.";

    /// <summary>The networks as no run would change them.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="links">The links.</param>
    /// <param name="drafts">The nodes, whose addresses count.</param>
    public List<Design.Network> Settle(IReadOnlyList<Design.Network> networks, IReadOnlyList<NetworkLink> links, IReadOnlyList<NodeDraft> drafts)
    {
        var settled = networks.ToList();

        // Each round takes something out of each network that is not settled: routes, ranges, all of it.
        while (Find(settled, links, drafts) is { Count: > 0 } unsettled)
        {
            foreach (var (network, changes, error) in unsettled)
                settled[settled.FindIndex(n => n.Name == network.Name)] = Reduce(network, changes, error);
        }

        return settled;
    }

    private List<(Design.Network Network, IReadOnlyList<PlannedChange> Changes, NodeException? Error)> Find(
        List<Design.Network> networks, IReadOnlyList<NetworkLink> links, IReadOnlyList<NodeDraft> drafts)
    {
        var design = new SiteDesign(networks, links, [.. drafts.Select(d => d.Make())]);
        return [.. SiteNetworkPlanner.Plan(design, site, terms)
            .Select(p => (p.Network, (IReadOnlyList<PlannedChange>)p.Plan.Changes, p.Error ?? p.RouteError))
            .Where(p => p.Item2.Count > 0 || p.Item3 is not null)];
    }

    private Design.Network Reduce(Design.Network network, IReadOnlyList<PlannedChange> changes, NodeException? error)
    {
        var routes = network.Routes.Where(r => NetworkRoute.IsDefault(r.Subnet)).ToList();
        if (routes.Count < network.Routes.Count && (error is not null || changes.Any(c => c.Kind == ResourceKind.StaticRoute)))
            return TellReduction(network with { Routes = routes }, "its static routes are left out");
        if (network.HasDhcp && (error is not null || changes.Any(c => c.Kind is ResourceKind.IPRange or ResourceKind.Vlan)))
            return TellReduction(network with { Ranges = [.. network.Ranges.Where(r => r.Type != "dhcp")], DhcpRelayTarget = null }, "its dynamic ranges are left out");
        return TellReduction(network with { Labels = new Dictionary<string, string>(network.Labels) { ["noconfig"] = "true" } }, null);

        Design.Network TellReduction(Design.Network reduced, string? what)
        {
            var remedy = what is null ? Hands : $"In the design {what}; a run leaves them where others made them.";
            if (error is not null)
                findings.AddLeftOut($"Subnet {network.Cidr}", null, error.Message.TrimEnd('.'), remedy);
            findings.AddChanges(changes, remedy);
            return reduced;
        }
    }
}
