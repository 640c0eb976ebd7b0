using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>A native network travels untagged; a tag it has anyway is the switch's business.</summary>
internal sealed class NativeNetworkTagged : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(NativeNetworkTagged),
        "DD2110",
        "Tagged Native Networks",
        "The native network of a link with trunking has no VLAN tag; MAAS gets it untagged whatever the tag says.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var link in site.Links.Where(l => l.TrunkingMode != "disabled"))
        {
            if (site.FindNetwork(link.NativeNetwork) is { Network.VlanTag: not 0 } native)
            {
                yield return this.Warning(
                    $"Network {native.Name} has the VLAN tag {native.Network.Vlan} and is the native network of link {link.Name}: it "
                    + "is set up untagged there.",
                    "Leave the tag out, or let another network be native.",
                    site.At(native, "vlan"),
                    link.Reference());
            }
        }
    }
}
