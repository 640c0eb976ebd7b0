using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>A link without trunking carries one network, untagged.</summary>
internal sealed class NetworkTrunkingRational : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(NetworkTrunkingRational),
        "DD2004",
        "Network Trunking Rationalty",
        "A link without trunking allows one network, has it as its native one, and that has no VLAN tag.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var link in site.Links.Where(l => l.TrunkingMode == "disabled"))
        {
            if (link.AllowedNetworks.Count > 1)
            {
                yield return this.Error(
                    "If there is more than 1 allowed network,trunking mode must be enabled",
                    "Reduce the allowed network list to 1 or enable trunking on the link.",
                    site.At(link, "allowed_networks"));
            }

            if (link.NativeNetwork is null)
            {
                yield return this.Error(
                    "Trunking mode is disabled, a trunking default_network must be defined",
                    "Name the link's network as default_network under trunking.",
                    site.At(link, "trunking"));
            }
            else if (site.FindNetwork(link.NativeNetwork) is { Network.Vlan: { Length: > 0 } } native)
            {
                yield return this.Error(
                    "Network link native network has a defined VLAN tag.",
                    "Tagged network not allowed on non-trunked network links.",
                    site.At(native, "vlan"),
                    link.Reference());
            }
        }
    }
}
