namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>On a trunk only the native network may be without a tag.</summary>
internal sealed class UntaggedNetworkOnTrunk : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UntaggedNetworkOnTrunk),
        "DD2106",
        "Untagged Networks",
        "Every network of a link with trunking, other than its native one, has a VLAN tag.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var link in site.Links.Where(l => l.TrunkingMode != "disabled"))
        {
            foreach (var network in link.AllowedNetworks.Where(n => n != link.NativeNetwork).Select(site.FindNetwork)
                .OfType<NetworkFacts>())
            {
                if (network.Network.VlanTag == 0)
                {
                    yield return this.Error(
                        $"Network {network.Name} has no VLAN tag and is not the native network of link {link.Name}, which carries "
                        + "others too.",
                        "Give the network a tag, or make it the link's default_network.",
                        network.Reference,
                        link.Reference());
                }
            }
        }
    }
}
