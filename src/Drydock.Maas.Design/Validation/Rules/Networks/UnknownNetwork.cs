namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Networks that are referred to are defined, where IpLocalityCheck and UniqueNetworkCheck do not say so already.</summary>
internal sealed class UnknownNetwork : IValidationRule
{
    private const string Diagnostic = "Define the network, or correct the name.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownNetwork),
        "DD2108",
        "Unknown Networks",
        "Every network that a link, a node's primary_network, oob or dhcp address refers to is defined; of racks it is only noted.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        CheckLinks(site).Concat(site.Nodes.SelectMany(n => CheckNode(site, n))).Concat(CheckRacks(site));

    private IEnumerable<ValidationFinding> CheckLinks(SiteFacts site) =>
        from link in site.Links
        from name in link.AllowedNetworks.Append(link.NativeNetwork).OfType<string>().Distinct()
        where site.FindNetwork(name) is null
        select this.Error($"Link {link.Name} carries network {name}, which no document defines.", Diagnostic, link.Reference());

    private IEnumerable<ValidationFinding> CheckNode(SiteFacts site, DrydockNode node)
    {
        if (node.PrimaryNetwork is not null && site.FindNetwork(node.PrimaryNetwork) is null)
        {
            yield return this.Error(
                $"The primary network {node.PrimaryNetwork} of node {node.Name} is defined by no document.",
                Diagnostic,
                node.Reference());
        }

        if (node.Oob.Network is not null && site.FindNetwork(node.Oob.Network) is null)
        {
            yield return this.Error(
                $"The out-of-band network {node.Oob.Network} of node {node.Name} is defined by no document.",
                Diagnostic,
                node.Reference());
        }

        foreach (var address in node.Addressing.Where(a => a.Type == "dhcp" && site.FindNetwork(a.Network) is null))
        {
            yield return this.Error(
                $"Node {node.Name} has an address on network {address.Network}, which no document defines.",
                Diagnostic,
                node.Reference());
        }
    }

    private IEnumerable<ValidationFinding> CheckRacks(SiteFacts site) =>
        from rack in site.Design.Racks
        from name in rack.LocalNetworks
        where site.FindNetwork(name) is null
        select this.Note($"Rack {rack.Name} lists the local network {name}, which no document defines.", Diagnostic, rack.Reference());
}
