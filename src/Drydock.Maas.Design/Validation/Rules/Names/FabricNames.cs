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
        // A fabric named by the label may be one that is there already, which nobody names anew.
        var links = site.Links.Where(l => IsLong(l.FabricName) || !MaasName.IsValidForFabric(l.FabricName) || (l.FabricName == l.Name && MaasName.IsReservedForFabric(l.Name)))
            .Select(l => this.Error($"MAAS refuses a fabric with the name of link {l.Name}.", Remedy("fabric_name", l.Labels), l.Reference()));
        var networks = site.Networks.Where(n => IsLong(n.Network.VlanName) || !MaasName.IsValid(n.Network.VlanName))
            .Select(n => this.Error($"MAAS refuses a VLAN with the name of network {n.Name}.", Remedy("vlan_name", n.Network.Labels), n.Reference));
        return links.Concat(networks);
    }

    private static bool IsLong(string name) => name.Length > MaasName.LongestLength;

    private static string Remedy(string label, IReadOnlyDictionary<string, string> labels) =>
        labels.TryGetValue(label, out var name) ? $"Correct the label {label}, which is {name}." : "Correct metadata.name.";
}
