using System.Globalization;

namespace Drydock.Maas.Design.Validation.Rules;

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
                yield return Impossible(mtu, site.At(network, "mtu"));
            if (limits.TryGetValue(network.Name, out var limit) && mtu > limit)
            {
                yield return this.Error(
                    $"MTU must be <= the parent Network Link; for Network {network.Name}",
                    "Define a MTU less than or equal to that of the carrying network link.",
                    site.At(network, "mtu"));
            }
        }
    }

    private static bool IsImpossible(int mtu) => mtu is not 0 and (< Minimum or > Maximum);

    private static Dictionary<string, int> Limits(SiteFacts site)
    {
        var limits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var link in site.Links)
        {
            foreach (var network in link.AllowedNetworks.Append(link.NativeNetwork ?? ""))
                limits[network] = Math.Min(link.Mtu, limits.GetValueOrDefault(network, int.MaxValue));
        }

        return limits;
    }

    private ValidationFinding Impossible(int mtu, ValidationDocument document) => this.Error(
        string.Create(CultureInfo.InvariantCulture, $"MTU must be between {Minimum} and {Maximum}, value is {mtu}"),
        "Define a valid MTU. Standard is 1500, Jumbo is 9100.",
        document);
}
