using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

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
        return CheckLinks(site).Concat(site.Links.Count == 0
            ? CheckFile(site)
            : site.Nodes.SelectMany(n => n.Interfaces.SelectMany(i => CheckInterface(site, n, i, allowed))));
    }

    private IEnumerable<ValidationFinding> CheckFile(SiteFacts site)
    {
        var uses = site.Nodes.SelectMany(n => n.Interfaces.Select(i => (Node: n, Interface: i, Link: n.GetLinkName(i))))
            .Where(u => u.Link is not null).ToList();
        if (uses.Count == 0)
            return [];
        return
        [
            this.Error(
                $"There is no NetworkLink document at all, but interfaces are on {string.Join(", ", uses.Select(u => u.Link).Distinct())}.",
                "Is the file with the links missing? Give it to Import-DrydockDesign too.",
                [.. uses.Select(u => site.At(u.Node, "interfaces", u.Interface.Name, "device_link").Document).Distinct()]),
        ];
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
        var link = node.GetLinkName(nic);
        var isDefined = allowed.TryGetValue(link ?? "", out var networks);
        foreach (var network in nic.Networks.Append(nic.BridgedNetwork).OfType<string>().Distinct().Where(n => networks?.Contains(n) != true))
        {
            if (!isDefined)
                yield return Undefined(site, node, nic, link);
            else if (!networks!.Any(n => site.FindNetwork(n) is null && site.FindMeant(n)?.Name == network))
                yield return NotAllowed(site, node, nic, network, site.Design.FindLink(link!)!);
        }

        // Drydock asks networks for their link, so an interface without networks may have any.
        if (!isDefined && link is not null && nic is { Networks.Count: 0, BridgedNetwork: null })
            yield return Undefined(site, node, nic, link);
    }

    private ValidationFinding NotAllowed(SiteFacts site, DrydockNode node, NodeInterface nic, string network, NetworkLink link)
    {
        var meant = site.FindNetwork(network) is null ? link.AllowedNetworks.FirstOrDefault(n => Spelling.IsSimilar(n, network)) : null;
        var list = site.At(link, "allowed_networks");
        return this.Error(
            site.At(node, "interfaces", nic.Name, "networks", network),
            $"Interface {nic.Name} attached to network {network} not allowed on interface link {link.Name}",
            site.FindNetwork(network) is null && meant is null
                ? $"No document defines {network}: correct networks of the interface. The link carries {string.Join(", ", link.AllowedNetworks)}."
                : meant is not null
                ? $"Is {meant} meant? Correct networks of the interface."
                : FormattableString.Invariant($"Add {network} to allowed_networks of link {link.Name} ({Path.GetFileName(list.File)}:{list.Line}), ")
                    + "or correct networks of the interface.");
    }

    private ValidationFinding Undefined(SiteFacts site, DrydockNode node, NodeInterface nic, string? link)
    {
        var place = site.At(node, "interfaces", nic.Name, "device_link");
        if (link is null)
        {
            return this.Error(
                place,
                $"Interface {nic.Name} is on networks and has no device_link.",
                "Write device_link, the network link it is on, or take its networks out.");
        }

        return this.Error(
            place,
            $"Interface {nic.Name} connected to undefined network link {link}.",
            site.Links.FirstOrDefault(l => Spelling.IsSimilar(l.Name, link)) is { } meant
                ? $"Is {meant.Name} meant? Correct device_link, or the link's name."
                : "Define the network link attached to this interface, or correct device_link.");
    }
}
