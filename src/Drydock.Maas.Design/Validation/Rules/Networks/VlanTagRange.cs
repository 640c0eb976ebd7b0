using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>VLAN tags are numbers that fit the header.</summary>
internal sealed class VlanTagRange : IValidationRule
{
    private const int Highest = 4094;

    public ValidationRuleInfo Info { get; } = new(
        nameof(VlanTagRange),
        "DD2107",
        "VLAN Tags",
        "A VLAN tag is a number from 1 to 4094; 0 and none stand for untagged.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Networks.Where(n => n.Network.VlanTag is null or > Highest).Select(n => this.Error(
        $"The VLAN tag \"{n.Network.Vlan}\" of network {n.Name} is no number from 1 to 4094.",
        "Correct the tag, or leave it out for an untagged network.",
        site.At(n, "vlan")));
}
