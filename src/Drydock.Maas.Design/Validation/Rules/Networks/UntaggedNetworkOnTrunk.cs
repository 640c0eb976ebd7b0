using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>On a trunk only the native network may be without a tag.</summary>
internal sealed class UntaggedNetworkOnTrunk : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UntaggedNetworkOnTrunk),
        "DD2106",
        "Untagged Networks",
        "Every network of a link with trunking, other than its native one, has a VLAN tag: an error where an interface of a node is on it.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var used = site.Nodes.SelectMany(n => n.Interfaces).SelectMany(i => i.Networks.Append(i.BridgedNetwork)).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var link in site.Links.Where(l => l.TrunkingMode != "disabled"
            && (l.NativeNetwork is null || site.FindNetwork(l.NativeNetwork) is not null)))
        {
            foreach (var network in link.AllowedNetworks.Where(n => n != link.NativeNetwork).Select(site.FindNetwork)
                .OfType<NetworkFacts>().Where(n => n.Network.VlanTag == 0))
            {
                var message = $"Network {network.Name} has no VLAN tag and is not the native network of link {link.Name}, which carries "
                    + "others too";
                const string Diagnostic = "Give the network a tag, or make it the link's default_network.";
                yield return used.Contains(network.Name)
                    ? this.Error($"{message}.", Diagnostic, site.At(network, "vlan"), link.Reference())
                    : this.Warning($"{message}; no interface is on it.", Diagnostic, site.At(network, "vlan"), link.Reference());
            }
        }
    }
}
