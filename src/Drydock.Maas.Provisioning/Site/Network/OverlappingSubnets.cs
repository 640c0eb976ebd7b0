using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Subnets that have addresses in common with one that is to be made: MAAS refuses it since 3.7, and before it never knows to which of both
/// an address belongs.
/// </summary>
internal static class OverlappingSubnets
{
    /// <summary>Names what a network that MAAS has no subnet of yet overlaps: in MAAS, and in the design.</summary>
    /// <param name="place">The network.</param>
    /// <param name="isRefused">Whether MAAS refuses it.</param>
    /// <exception cref="NodeException">NetworkNotPossible.</exception>
    public static NetworkPlan Check(NetworkPlace place, bool isRefused)
    {
        if (place.Subnet is not null)
            return place.Plan();
        var (network, design, site) = (place.Network, place.Design, place.Site);
        var overlapped = site.Subnets.Where(s => Overlap(s.Block, network.Block)).Select(s => $"subnet {s.Name} ({s.Cidr}, on {s.Vlan}) in MAAS")
            .Concat(design.Networks.Where(n => n != network && SiteNetworkPlanner.IsConfigured(design, n) && Overlap(n.Block, network.Block))
                .Select(n => $"network {n.Name} ({n.Cidr}) of the design"))
            .ToList();
        if (overlapped.Count == 0)
            return place.Plan();
        var text = $"Network {network.Name} ({network.Cidr}) overlaps {string.Join(" and ", overlapped)}";
        if (isRefused)
        {
            throw new NodeException(
                ErrorIds.NetworkNotPossible, $"{text}: MAAS refuses that. Correct the CIDR, or change or remove the other subnet in MAAS.");
        }

        return place.Plan() with { Messages = [$"{text}. MAAS takes it before 3.7, and gives an address of both to either."] };
    }

    private static bool Overlap(Written<IPBlock> one, Written<IPBlock> other) =>
        one != other && one.Value is { } a && other.Value is { } b && a.Span.Overlaps(b.Span);
}
