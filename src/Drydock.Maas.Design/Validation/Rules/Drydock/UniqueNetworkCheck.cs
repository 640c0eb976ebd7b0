namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>A network is on one link, and interfaces are on networks of their link.</summary>
internal sealed class UniqueNetworkCheck : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UniqueNetworkCheck),
        "DD1007",
        "Allowed Network Check",
        "No network is allowed on two links, every interface's link is defined, and every network of an interface is allowed on its link.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var allowed = site.Links
            .ToDictionary(l => l.Name, l => l.AllowedNetworks.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return CheckLinks(site).Concat(site.Nodes.SelectMany(n => n.Interfaces.SelectMany(i => CheckInterface(site, n, i, allowed))));
    }

    private IEnumerable<ValidationFinding> CheckLinks(SiteFacts site)
    {
        var first = new Dictionary<string, NetworkLink>(StringComparer.Ordinal);
        foreach (var link in site.Links)
        {
            foreach (var network in link.AllowedNetworks.Where(n => !first.TryAdd(n, link) && first[n] != link))
            {
                yield return this.Error(
                    $"Allowed network {network} duplicated on NetworkLink {first[network].Name} and NetworkLink {link.Name}",
                    "Remove the network from allowed_networks of one of the links; a network is on one link only.",
                    site.At(link, "allowed_networks", network),
                    first[network].Reference());
            }
        }
    }

    private IEnumerable<ValidationFinding> CheckInterface(
        SiteFacts site, DrydockNode node, NodeInterface nic, Dictionary<string, HashSet<string>> allowed)
    {
        var link = node.LinkNameOf(nic);
        var isDefined = allowed.TryGetValue(link ?? "", out var networks);
        foreach (var network in nic.Networks.Append(nic.BridgedNetwork).OfType<string>().Distinct().Where(n => networks?.Contains(n) != true))
        {
            yield return isDefined
                ? this.Error(
                    site.At(node, "interfaces", nic.Name, "networks", network),
                    $"Interface {nic.Name} attached to network {network} not allowed on interface link",
                    "Add the network to allowed_networks of the link, or correct networks of the interface, which a host profile may hold.")
                : Undefined(site, node, nic, link);
        }

        // Drydock asks networks for their link, so an interface without networks may have any.
        if (!isDefined && link is not null && nic is { Networks.Count: 0, BridgedNetwork: null })
            yield return Undefined(site, node, nic, link);
    }

    private ValidationFinding Undefined(SiteFacts site, DrydockNode node, NodeInterface nic, string? link) => this.Error(
        site.At(node, "interfaces", nic.Name, "device_link"),
        $"Interface {nic.Name} connected to undefined network link {link ?? "None"}.",
        "Define the network link attached to this interface.");
}
