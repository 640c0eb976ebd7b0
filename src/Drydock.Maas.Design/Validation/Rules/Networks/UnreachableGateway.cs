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
            if (network.Network.DefaultGateway is null && told.Add(network.Name))
            {
                yield return this.Warning(
                    $"Network {network.Name} is the primary network of nodes, but has no default route, to 0.0.0.0/0 or ::/0.",
                    "Add the default route, or correct primary_network.",
                    network.Reference);
            }

            if (!node.IsOn(network.Name))
                yield return Unreachable(site, node, "no interface");
            else if (node.FindAddress(network.Name) is null)
                yield return Unreachable(site, node, "no address");
        }
    }

    private ValidationFinding Unreachable(SiteFacts site, DrydockNode node, string what) => this.Warning(
        site.At(node, "primary_network"),
        $"Node {node} has {what} on its primary network {node.PrimaryNetwork}, so it cannot reach its default gateway.",
        "Give it an interface and an address there, or correct primary_network.");
}
