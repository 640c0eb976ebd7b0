using System.Text.RegularExpressions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>DNS domains are ones MAAS takes.</summary>
internal sealed partial class DomainNames : IValidationRule
{
    private const int Longest = 255;

    public ValidationRuleInfo Info { get; } = new(
        nameof(DomainNames),
        "DD3104",
        "Names of Domains",
        "The DNS domain of a network is made of labels of letters, digits and hyphens, no hyphen first or last, 255 characters at most.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Networks.Where(n => n.Network.DnsDomain.Length > 0 && !IsDomain(n.Network.DnsDomain)).Select(n => this.Error(
            $"MAAS refuses the DNS domain \"{n.Network.DnsDomain}\" of network {n.Name}.", "Correct dns.domain.", site.At(n, "dns", "domain")));

    private static bool IsDomain(string domain) => domain.Length <= Longest && domain.Split('.').All(Label().IsMatch);

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
