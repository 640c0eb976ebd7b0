using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Static addresses keep out of DHCP ranges. The ranges are split around them, so this is no error.</summary>
internal sealed class StaticAddressInDynamicRange : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(StaticAddressInDynamicRange),
        "DD2103",
        "Static Addresses",
        "No node has a static address inside a DHCP range; Set-MaasSiteNetwork would split the range around it.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var address in site.StaticAddresses)
        {
            if (address.Number is { } number && site.FindNetwork(address.Network) is { } network
                && network.FindDynamicRange(number) is { } range)
            {
                yield return this.Warning(
                    site.At(address),
                    $"The address {address.Text} of node {address.Node} is inside the {range} of network {network.Name}.",
                    "Give the node an address outside the range, or shorten the range; it is split around the address otherwise.",
                    network.Reference);
            }
        }
    }
}
