using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>DNS servers are addresses; MAAS refuses names.</summary>
internal sealed class DnsServers : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(nameof(DnsServers), "DD2120", "DNS Servers", "DNS servers of a network are addresses.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from network in site.Networks
        from server in network.Network.DnsServers
        where IPNumber.Parse(server) is null
        select this.Error(
            $"The DNS server {server} of network {network.Name} is no address.",
            "Write addresses, separated by commas or blanks.",
            site.At(network, "dns", "servers"));
}
