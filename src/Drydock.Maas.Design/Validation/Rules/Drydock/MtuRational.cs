using System.Globalization;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>MTUs are possible, and no network's is above that of a link that carries it, tagged or not.</summary>
internal sealed class MtuRational : IValidationRule
{
    private const int Minimum = 1280;
    private const int Maximum = 65536;

    public ValidationRuleInfo Info { get; } = new(
        nameof(MtuRational),
        "DD2003",
        "MTU Rationality",
        "MTUs are between 1280 and 65536, and a network's is not above that of any link that carries it.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var link in site.Links.Where(l => IsImpossible(l.Mtu)))
            yield return Impossible(link.Mtu, site.At(link, "mtu"));
        var limits = Limits(site);
        foreach (var network in site.Networks.Where(n => n.Network.Mtu is not null))
        {
            var mtu = network.Network.Mtu!.Value;
            if (IsImpossible(mtu))
            {
                yield return Impossible(mtu, site.At(network, "mtu"));
            }
            else if (limits.TryGetValue(network.Name, out var link) && mtu > link.Mtu)
            {
                var place = site.At(link, "mtu");
                yield return this.Error(
                    FormattableString.Invariant($"MTU must be <= the parent Network Link; for Network {network.Name} it is {mtu}, for link ")
                        + FormattableString.Invariant($"{link.Name} {link.Mtu}"),
                    "Define a MTU less than or equal to that of the carrying network link "
                        + FormattableString.Invariant($"({Path.GetFileName(place.File)}:{place.Line}), or raise that."),
                    site.At(network, "mtu"));
            }
        }
    }

    private static bool IsImpossible(int mtu) => mtu is not 0 and (< Minimum or > Maximum);

    /// <summary>The link of each network; one that is on several is told as that.</summary>
    private static Dictionary<string, NetworkLink> Limits(SiteFacts site) => site.Links
        .SelectMany(l => l.AllowedNetworks.Append(l.NativeNetwork).OfType<string>().Distinct().Select(network => (network, link: l)))
        .GroupBy(x => x.network, x => x.link, StringComparer.Ordinal).Where(g => g.Count() == 1)
        .ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);

    private ValidationFinding Impossible(int mtu, ValidationDocument document) => this.Error(
        string.Create(CultureInfo.InvariantCulture, $"MTU must be between {Minimum} and {Maximum}, value is {mtu}"),
        "Define a valid MTU. Standard is 1500, Jumbo is 9100.",
        document);
}
