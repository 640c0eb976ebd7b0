using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Networks that are referred to are defined; IpLocalityCheck tells of those with static addresses.</summary>
internal sealed class UnknownNetwork : IValidationRule
{
    private const string Diagnostic = "Define the network, or correct the name.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownNetwork),
        "DD2108",
        "Unknown Networks",
        "Every network that a link, a node's primary_network, oob or dhcp address refers to is defined; of racks it is only noted.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var found = site.Networks.Count == 0 && site.UnknownNetworks.Count > 0
            ? [ReportNoFile(site)]
            : site.UnknownNetworks.Where(n => !n.HasStaticAddress).Select(n => MakeFinding(this, site, n));
        return found.Concat(CheckRacks(site));
    }

    /// <summary>One finding for a network, whatever refers to it.</summary>
    public static ValidationFinding MakeFinding(IValidationRule rule, SiteFacts site, UnknownNetworkUses network)
    {
        var meant = site.FindMeant(network.Name) is { } other
            ? FormattableString.Invariant($" Is {other.Name} meant ({other.Reference.File}:{other.Reference.Line}), which no link carries?")
            : site.Networks.FirstOrDefault(n => Spelling.IsSimilar(n.Name, network.Name)) is { } similar ? $" Is {similar.Name} meant?" : "";
        return rule.Error(
            $"{network.Name} is not a valid network: no document defines it, but {string.Join(", and ", network.Uses)}.",
            Diagnostic + meant,
            [.. network.Documents]) with
        {
            Nodes = network.Nodes,
        };
    }

    private ValidationFinding ReportNoFile(SiteFacts site) => this.Error(
        $"There is no Network document at all, but the site refers to {string.Join(", ", site.UnknownNetworks.Select(n => n.Name))}.",
        "Is the file with the networks missing? Give it to Import-DrydockDesign too.",
        [.. site.UnknownNetworks.SelectMany(n => n.Documents).Distinct()]);

    private IEnumerable<ValidationFinding> CheckRacks(SiteFacts site) =>
        from rack in site.Design.Racks
        from name in rack.LocalNetworks
        where site.FindNetwork(name) is null
        select this.Note($"Rack {rack.Name} lists the local network {name}, which no document defines.", Diagnostic, rack.Reference());
}
