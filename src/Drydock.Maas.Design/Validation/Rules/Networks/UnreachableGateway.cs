using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>The default gateway of a node is one it can reach: that of its primary network, by a static address there.</summary>
internal sealed class UnreachableGateway : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UnreachableGateway),
        "DD2118",
        "Default Gateways",
        "The primary network of a node has a default route, and the node an interface and an address there.");

    private const string Remedy = "Give it an address there, dhcp or one of the network, or correct primary_network.";

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in site.Nodes)
        {
            if (site.FindNetwork(node.PrimaryNetwork) is not { } network)
                continue;
            if (network.Network.DefaultGateway is null && !HasFaultyRoute(network) && told.Add(network.Name))
            {
                yield return this.Warning(
                    $"Network {network.Name} is the primary network of nodes, but has no default route, to 0.0.0.0/0 or ::/0.",
                    "Add the default route, or correct primary_network.",
                    network.Reference);
            }

            if (site.IsAstray(node))
                continue;
            // An address without an interface is told as that.
            if (node.FindAddress(network.Name) is not null)
                continue;
            if (!node.IsOn(network.Name))
            {
                yield return this.Warning(
                    site.At(node, "primary_network"),
                    $"Node {node} has no interface on its primary network {node.PrimaryNetwork}, so it cannot reach its default gateway.",
                    "Give it an interface and an address there, or correct primary_network.");
                continue;
            }

            // Drydock asks MAAS to make the link the default gateway all the same, is refused, and the node has failed.
            yield return network.Network.DefaultGateway is null || !IsSetUp(node, network.Name)
                ? this.Warning(site.At(node, "primary_network"), $"Node {node} has no address on its primary network {node.PrimaryNetwork}, so it cannot reach its default gateway.", Remedy)
                : this.Error(site.At(node, "primary_network"), $"Node {node} has no address on its primary network {node.PrimaryNetwork}, so it cannot reach its default gateway.", Remedy);
        }
    }

    // A route that is told as faulty may be meant for the default.
    private static bool HasFaultyRoute(NetworkFacts network) =>
        network.Network.Routes.Any(r => NetworkRoute.IsDefault(r.Subnet) || !RouteValidity.IsNetwork(r.Subnet));

    /// <summary>Whether an interface there is on a link that is not labelled noconfig.</summary>
    private static bool IsSetUp(DrydockNode node, string network) => node.Interfaces.Any(i =>
        (i.Networks.Contains(network) || i.BridgedNetwork == network) && node.GetLinkName(i) is { } link && node.Site.FindLink(link) is { NoConfig: false });
}
