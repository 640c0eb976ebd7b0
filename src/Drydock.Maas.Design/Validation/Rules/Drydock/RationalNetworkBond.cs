using System.Globalization;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Bond options fit the bond's mode.</summary>
internal sealed class RationalNetworkBond : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RationalNetworkBond),
        "DD1006",
        "Network Bond Rationality",
        "A disabled bond has no options, delays of an LACP bond are not below its monitoring interval, and hash and peer rate are "
        + "LACP's alone.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Links.SelectMany(link => link.Bonding.Mode switch
    {
        "disabled" => CheckDisabled(site, link),
        "802.3ad" => [.. CheckDelay(site, link, "Up", "up", link.Bonding.UpDelay), .. CheckDelay(site, link, "Down", "down", link.Bonding.DownDelay)],
        _ => CheckOthers(site, link),
    });

    private IEnumerable<ValidationFinding> CheckDisabled(SiteFacts site, NetworkLink link)
    {
        if (link.Bonding is not { TransmitHash: null, PeerRate: null, MonitorInterval: null, UpDelay: null, DownDelay: null })
        {
            yield return this.Error(
                "If bonding mode is disabled no other bond option can be specified",
                "Enable a bonding mode or remove the bond options.",
                site.At(link, "bonding"));
        }
    }

    private IEnumerable<ValidationFinding> CheckDelay(SiteFacts site, NetworkLink link, string name, string option, int? delay)
    {
        if (delay < link.Bonding.MonitorInterval)
        {
            yield return this.Error(
                string.Create(CultureInfo.InvariantCulture, $"{name} delay {delay} is less than mon rate {link.Bonding.MonitorInterval}"),
                $"Link {option} delay must be equal or greater than the mon_rate",
                site.At(link, "bonding", $"{option}_delay"));
        }
    }

    private IEnumerable<ValidationFinding> CheckOthers(SiteFacts site, NetworkLink link)
    {
        if (!string.IsNullOrEmpty(link.Bonding.TransmitHash))
        {
            yield return this.Error(
                $"Hash cannot be defined if bond mode is {link.Bonding.Mode}",
                "Hash mode is only applicable to LACP (802.3ad)",
                site.At(link, "bonding", "hash"));
        }

        if (!string.IsNullOrEmpty(link.Bonding.PeerRate))
        {
            yield return this.Error(
                $"Peer rate cannot be defined if bond mode is {link.Bonding.Mode}",
                "Peer rate is only applicable to LACP (802.3ad)",
                site.At(link, "bonding", "peer_rate"));
        }
    }
}
