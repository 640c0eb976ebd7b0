using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the DNS domains of networks.</summary>
internal static class DomainPlanner
{
    /// <summary>Plans the domain of a network.</summary>
    public static NetworkPlan Plan(NetworkPlace place) => Plan(place, [place.Network.DnsDomain]);

    /// <summary>
    /// A node without a primary network, or with one that is not set up here, is in a domain that no other network brings along.
    /// </summary>
    /// <param name="place">The network with which they are made.</param>
    /// <param name="places">All networks that are set up.</param>
    public static NetworkPlan PlanOfNodes(NetworkPlace place, IReadOnlyList<NetworkPlace> places) =>
        Plan(place, place.Design.Nodes.Select(n => n.Domain).Except(places.Select(p => p.Network.DnsDomain)));

    private static NetworkPlan Plan(NetworkPlace place, IEnumerable<string> domains) =>
        place.Plan(domains.Where(d => d.Length > 0 && place.Site.Domains.All(present => present.Name != d)).Select(d => new CreateDomain(d)));
}

/// <summary>Makes a DNS domain for which MAAS is not authoritative.</summary>
/// <param name="Name">Its name.</param>
internal sealed record CreateDomain(string Name) : NetworkOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.Domain, Name)];
}
