using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>A DHCP relay stands on its network and forwards to another one.</summary>
internal sealed class DhcpRelayValidity : IValidationRule
{
    private const string Diagnostic = "Correct dhcp_relay.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(DhcpRelayValidity),
        "DD2119",
        "DHCP Relays",
        "The relay's own address is on its network, and the server it forwards to is not.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Networks.SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, NetworkFacts network)
    {
        var (self, target) = (network.Network.DhcpRelaySelf, network.Network.DhcpRelayTarget);
        foreach (var text in new[] { self, target }.Where(t => !string.IsNullOrEmpty(t) && IPNumber.Parse(t) is null))
            yield return this.Error($"{text} in dhcp_relay of network {network.Name} is no address.", Diagnostic, site.At(network, "dhcp_relay"));
        if (network.Block is not null && IPNumber.Parse(self) is { } own && !network.Contains(own))
        {
            yield return this.Warning(
                $"The DHCP relay {self} of network {network.Name} is not within its CIDR {network.Network.Cidr}.",
                Diagnostic,
                site.At(network, "dhcp_relay"));
        }

        if (IPNumber.Parse(target) is { } server && network.Contains(server))
        {
            yield return this.Error(
                $"Network {network.Name} relays DHCP to {target}, which is on the network itself: it needs no relay.",
                "Remove dhcp_relay, or correct upstream_target.",
                site.At(network, "dhcp_relay"));
        }
    }
}
