namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>The default gateway of a node is one it can reach: that of its primary network, by a static address there.</summary>
internal sealed class UnreachableGateway : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UnreachableGateway),
        "DD2118",
        "Default Gateways",
        "The primary network of a node has a default route, and the node an interface and an address there.");

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
            var hasAddress = node.FindAddress(network.Name) is not null;
            if (!node.IsOn(network.Name) && !hasAddress)
                yield return Unreachable(site, node, "no interface");
            else if (!hasAddress)
                yield return Unreachable(site, node, "no address");
        }
    }

    // A route that is told as faulty may be meant for the default.
    private static bool HasFaultyRoute(NetworkFacts network) =>
        network.Network.Routes.Any(r => NetworkRoute.IsDefault(r.Subnet) || !RouteValidity.IsNetwork(r.Subnet));

    private ValidationFinding Unreachable(SiteFacts site, DrydockNode node, string what) => this.Warning(
        site.At(node, "primary_network"),
        $"Node {node} has {what} on its primary network {node.PrimaryNetwork}, so it cannot reach its default gateway.",
        "Give it an interface and an address there, or correct primary_network.");
}
