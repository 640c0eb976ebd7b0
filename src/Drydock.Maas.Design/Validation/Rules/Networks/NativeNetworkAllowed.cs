using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>A link's native network is among those it allows.</summary>
internal sealed class NativeNetworkAllowed : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(NativeNetworkAllowed),
        "DD2109",
        "Native Networks",
        "The native network of a link is among its allowed networks; it is not set up otherwise.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from link in site.Links
        where link.NativeNetwork is not null && !link.AllowedNetworks.Contains(link.NativeNetwork)
            && site.FindNetwork(link.NativeNetwork) is not null
            && !site.Nodes.Any(n => n.Interfaces.Any(i => n.GetLinkName(i) == link.Name && i.Networks.Contains(link.NativeNetwork)))
        select this.Warning(
            $"The native network {link.NativeNetwork} of link {link.Name} is not among its allowed networks.",
            "Add it to allowed_networks, or correct default_network.",
            site.At(link, "trunking", "default_network"));
}
