using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Every network's CIDR is one, without host bits.</summary>
internal sealed class CidrValidity : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(CidrValidity),
        "DD2006",
        "CIDR Validity",
        "The CIDR of every network is a network's, not an address's within it; a text that is no CIDR is refused too.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Networks.Count == 0 && !site.LacksNetworks)
            yield return this.Warning("No networks found.", "Site design likely incomplete without defined networks");
        foreach (var network in site.Networks)
        {
            if (IPNumber.Parse(network.Network.Cidr) is not null)
            {
                yield return this.Error(
                    $"The provided CIDR {network.Network.Cidr} of {network.Name} has no prefix length",
                    $"Provide a CIDR acceptable by MAAS: for example {network.Network.Cidr}/24",
                    site.At(network, "cidr"));
            }
            else if (network.Block is not { } block)
            {
                yield return this.Error(
                    $"The provided CIDR {network.Network.Cidr} of {network.Name} is not valid",
                    "Provide a CIDR acceptable by MAAS: for example 10.0.0.0/24",
                    site.At(network, "cidr"));
            }
            else if (block.HasHostBits)
            {
                yield return this.Error(
                    $"The provided CIDR {network.Network.Cidr} has host bits set",
                    $"Provide a CIDR acceptable by MAAS: {block}",
                    site.At(network, "cidr"));
            }
        }
    }
}
