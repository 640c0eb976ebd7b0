using System.Text.RegularExpressions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Host names are host names.</summary>
internal sealed partial class HostnameValidity : IValidationRule
{
    private const int Longest = 255;

    public ValidationRuleInfo Info { get; } = new(
        nameof(HostnameValidity),
        "DD3003",
        "Hostname Validity",
        "A node's name with its domain has at most 255 characters, in labels of at most 63 letters, digits and hyphens.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Nodes.Where(n => n.Fqdn.Length > Longest).Select(n => TooLong(site, n)).Concat(site.Nodes.SelectMany(n => CheckLabels(site, n)));

    private ValidationFinding TooLong(SiteFacts site, DrydockNode node) => this.Error(
        site.At(node),
        $"FQDN {node.Fqdn} is invalid, greater than 255 characters.",
        "RFC 1035 requires full DNS names to be < 256 characters.");

    // The domain of a network is told at the network.
    private IEnumerable<ValidationFinding> CheckLabels(SiteFacts site, DrydockNode node)
    {
        var isOfNetwork = site.FindNetwork(node.PrimaryNetwork)?.Network.DnsDomain == node.Domain;
        return (isOfNetwork ? node.Name : node.Fqdn).Split('.').Where(l => !Label().IsMatch(l)).Select(l => this.Error(
            site.At(node),
            $"FQDN {node.Fqdn} is invalid - label '{l}' is invalid.",
            "RFC 1035 requires each label in a DNS name to be <= 63 characters and contain only A-Z, a-z, 0-9, and hyphens."));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
