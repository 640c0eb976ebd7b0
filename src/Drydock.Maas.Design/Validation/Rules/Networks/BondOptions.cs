using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Options of bonds are ones MAAS takes; it refuses others when a node's network is set up, after it was commissioned.</summary>
internal sealed class BondOptions : IValidationRule
{
    private static readonly string[] Hashes = ["layer2", "layer2+3", "layer3+4", "encap2+3", "encap3+4"];
    private static readonly string[] Rates = ["fast", "slow"];

    public ValidationRuleInfo Info { get; } = new(
        nameof(BondOptions),
        "DD1110",
        "Options of Bonds",
        "bonding.hash is one of layer2, layer2+3, layer3+4, encap2+3, encap3+4, bonding.peer_rate is fast or slow, and no interval or delay "
        + "is negative.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Links.Where(l => l.Bonding.IsEnabled).SelectMany(l => Check(site, l));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, NetworkLink link)
    {
        foreach (var (key, value, known) in new[] { ("hash", link.Bonding.TransmitHash, Hashes), ("peer_rate", link.Bonding.PeerRate, Rates) })
        {
            if (!string.IsNullOrEmpty(value) && !known.Contains(value))
            {
                yield return this.Error(
                    $"bonding.{key} {value} of link {link.Name} is none that MAAS takes.",
                    $"Write one of {string.Join(", ", known)}.",
                    site.At(link, "bonding", key));
            }
        }

        var numbers = new[]
        {
            ("mon_rate", link.Bonding.MonitorInterval), ("up_delay", link.Bonding.UpDelay), ("down_delay", link.Bonding.DownDelay),
        };
        foreach (var (key, _) in numbers.Where(n => n.Item2 < 0))
        {
            yield return this.Error(
                $"bonding.{key} of link {link.Name} is negative.", "Write milliseconds, 0 or more.", site.At(link, "bonding", key));
        }
    }
}
