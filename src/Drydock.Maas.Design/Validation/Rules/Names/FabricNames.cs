using System.Text.RegularExpressions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Links and networks have names MAAS takes for fabrics, VLANs and subnets.</summary>
internal sealed partial class FabricNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(FabricNames),
        "DD3103",
        "Names of Fabrics and VLANs",
        "Names of links and networks are made of letters, digits, _, - and blanks, not - or a blank in front; MAAS keeps "
        + "fabric-<number> for itself.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var links = site.Links.Where(l => !Name().IsMatch(l.Name) || Reserved().IsMatch(l.Name))
            .Select(l => this.Error($"MAAS refuses a fabric with the name of link {l.Name}.", "Correct metadata.name.", l.Reference()));
        var networks = site.Networks.Where(n => !Name().IsMatch(n.Name))
            .Select(n => this.Error($"MAAS refuses a VLAN with the name of network {n.Name}.", "Correct metadata.name.", n.Reference));
        return links.Concat(networks);
    }

    [GeneratedRegex(@"\A\w[ \w-]{0,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\Afabric-\d+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
