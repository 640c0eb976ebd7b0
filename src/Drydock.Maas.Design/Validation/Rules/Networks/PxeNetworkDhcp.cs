using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Machines boot from a network on which MAAS serves DHCP.</summary>
internal sealed class PxeNetworkDhcp : IValidationRule
{
    private const string Diagnostic = "Give the network that nodes boot from a range of type dhcp.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(PxeNetworkDhcp),
        "DD2116",
        "DHCP of the PXE Network",
        "A network on which nodes get their addresses by DHCP has a dhcp range: an error where a node has no other network to boot "
        + "from; and a site with nodes has such a network.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Networks.Count == 0 || site.Design.Nodes.Count == 0)
            yield break;
        var (unserved, stranded) = FindUnserved(site);
        foreach (var network in site.Networks.Where(n => unserved.Contains(n.Name)))
        {
            var message = $"Network {network.Name} has no range of type dhcp, but nodes get their addresses there by DHCP";
            yield return stranded.TryGetValue(network.Name, out var node)
                ? this.Error($"{message}, and {node.Name} has no other network to boot from.", Diagnostic, network.Reference)
                : this.Warning($"{message}.", Diagnostic, network.Reference);
        }

        if (unserved.Count == 0 && site.UnknownNetworks.Count == 0 && !site.Networks.Any(n => n.Network.HasDhcp))
            yield return this.Warning("No network of the site has a range of type dhcp; MAAS cannot boot any machine.", Diagnostic);
    }

    private static (HashSet<string> Unserved, Dictionary<string, DrydockNode> Stranded) FindUnserved(SiteFacts site)
    {
        var unserved = new HashSet<string>(StringComparer.Ordinal);
        var stranded = new Dictionary<string, DrydockNode>(StringComparer.Ordinal);
        foreach (var node in site.Nodes)
        {
            var wanted = node.Addressing.Where(a => a.Type == "dhcp").Select(a => site.FindNetwork(a.Network)).OfType<NetworkFacts>()
                .Where(n => IsOurs(site, n)).ToList();
            var lacking = wanted.Where(n => !n.Network.HasDhcp).ToList();
            unserved.UnionWith(lacking.Select(n => n.Name));
            foreach (var network in lacking.Where(_ => lacking.Count == wanted.Count))
                stranded.TryAdd(network.Name, node);
        }

        return (unserved, stranded);
    }

    private static bool IsOurs(SiteFacts site, NetworkFacts network) =>
        !network.Network.NoConfig && site.Design.FindLinkOfNetwork(network.Name)?.NoConfig != true;
}
