using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Links and networks have names MAAS takes for fabrics, VLANs and subnets.</summary>
internal sealed class FabricNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(FabricNames),
        "DD3103",
        "Names of Fabrics and VLANs",
        "Names of links are made of letters, digits, _ and -, as MAAS takes them for fabrics, which keeps fabric-<number> for itself; those of "
        + "networks may have blanks too, and have no - or blank in front, as VLANs'.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var links = site.Links.Where(l => IsLong(l.Name) || !MaasName.IsValidForFabric(l.Name) || MaasName.IsReservedForFabric(l.Name))
            .Select(l => this.Error($"MAAS refuses a fabric with the name of link {l.Name}.", "Correct metadata.name.", l.Reference()));
        var networks = site.Networks.Where(n => IsLong(n.Name) || !MaasName.IsValid(n.Name))
            .Select(n => this.Error($"MAAS refuses a VLAN with the name of network {n.Name}.", "Correct metadata.name.", n.Reference));
        return links.Concat(networks);
    }

    private static bool IsLong(string name) => name.Length > MaasName.LongestLength;
}
