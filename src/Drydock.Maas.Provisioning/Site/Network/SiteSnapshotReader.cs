using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Reads what the site planner looks at: one request a kind, all at once.</summary>
internal static class SiteSnapshotReader
{
    public static async Task<SiteSnapshot> ReadAsync(
        IMaasClient client, SiteListings listings, SiteDesign design, string? siteSpace, CancellationToken token)
    {
        var fabrics = listings.FabricsAsync(token);
        var subnets = listings.SubnetsAsync(token);
        var ranges = listings.RangesAsync(token);
        var routes = listings.RoutesAsync(token);
        var domains = listings.DomainsAsync(token);
        var racks = design.Networks.Any(n => n.HasDhcp)
            ? client.RackControllers.ListAsync(token)
            : Task.FromResult<IReadOnlyList<RackController>>([]);
        var reserved = client.Capabilities.ReservesAddresses && design.Networks.Any(n => n.HasDhcp)
            ? client.ReservedIPs.ListAsync(token)
            : Task.FromResult<IReadOnlyList<ReservedIP>>([]);
        var spaces =
            SpacePlanner.IsAskedFor(design, siteSpace) ? client.Spaces.ListAsync(token) : Task.FromResult<IReadOnlyList<Space>>([]);
        await Task.WhenAll(fabrics, subnets, ranges, routes, domains, racks, reserved, spaces).ConfigureAwait(false);
        return new SiteSnapshot
        {
            Fabrics = await fabrics.ConfigureAwait(false),
            Subnets = await subnets.ConfigureAwait(false),
            IPRanges = await ranges.ConfigureAwait(false),
            StaticRoutes = await routes.ConfigureAwait(false),
            Domains = await domains.ConfigureAwait(false),
            RackControllers = await racks.ConfigureAwait(false),
            ReservedIPs = await reserved.ConfigureAwait(false),
            Spaces = await spaces.ConfigureAwait(false),
        };
    }
}
