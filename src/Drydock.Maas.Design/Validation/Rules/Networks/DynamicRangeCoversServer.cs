using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>DHCP ranges leave out the network's gateway, DNS servers and relay. They are split around them, so this is no error.</summary>
internal sealed class DynamicRangeCoversServer : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(DynamicRangeCoversServer),
        "DD2104",
        "Dynamic Ranges",
        "No DHCP range covers a gateway, a DNS server or the relay of its network; MAAS counts them as taken and would refuse the range.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Networks.SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, NetworkFacts network)
    {
        var gateways = network.Network.Routes.Select(r => (Text: r.Gateway, What: "gateway"));
        var servers = network.Network.DnsServers.Select(s => (Text: (string?)s, What: "DNS server"));
        foreach (var (text, what) in gateways.Concat(servers).Append((Text: network.Network.DhcpRelaySelf, What: "DHCP relay"))
            .DistinctBy(x => (IPNumber.Read(x.Text), x.What)))
        {
            if (IPNumber.Parse(text) is { } number && network.FindDynamicRange(number) is { } range)
            {
                yield return this.Warning(
                    $"The {range} of network {network.Name} covers its {what} {text}.",
                    "Shorten the range; it is split around the address otherwise.",
                    site.At(network, range.Path));
            }
        }
    }
}
