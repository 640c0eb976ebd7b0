using System.Globalization;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Networks of a link have tags of their own.</summary>
internal sealed class DuplicateVlan : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(DuplicateVlan),
        "DD2105",
        "VLAN Tags of a Link",
        "No two networks of a link have the same VLAN tag.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var link in site.Links)
        {
            var owners = new Dictionary<int, NetworkFacts>();
            foreach (var network in link.AllowedNetworks.Distinct().Select(site.FindNetwork).OfType<NetworkFacts>())
            {
                if (network.Network.VlanTag is { } tag and > 0 && !owners.TryAdd(tag, network))
                {
                    yield return this.Error(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Networks {owners[tag].Name} and {network.Name} of link {link.Name} have the same VLAN tag {tag}."),
                        "Give each network of a link a tag of its own.",
                        site.At(network, "vlan"),
                        owners[tag].Reference,
                        link.Reference());
                }
            }
        }
    }
}
