using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Networks have addresses of their own. MAAS knows a subnet by its CIDR, so one CIDR for two networks is an error.</summary>
internal sealed class OverlappingNetworks : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(OverlappingNetworks),
        "DD2111",
        "Overlapping Networks",
        "No two networks that are set up have the same CIDR, which is an error, or addresses in common, which is a warning, and with -Online at a MAAS of 3.7 or later an error.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        // Blocks overlap only by nesting: in order, the ones around a block are those not yet left behind.
        var around = new Stack<NetworkFacts>();
        var ordered = site.Networks.Where(n => n.Block is not null)
            .OrderBy(n => n.Block!.Value.Address.IsV6).ThenBy(n => n.Block!.Value.Span.First.Value).ThenBy(n => n.Block!.Value.Prefix);
        foreach (var network in ordered)
        {
            while (around.Count > 0 && !around.Peek().Block!.Value.Span.Covers(network.Block!.Value.Span))
                around.Pop();
            // One that is not set up may well be another view of one that is, such as the out-of-band addresses within it.
            if (around.Count > 0 && (around.Peek().Block!.Value.Span != network.Block!.Value.Span || (IsSetUp(site, around.Peek()) && IsSetUp(site, network))))
                yield return Overlap(site, around.Peek(), network);
            around.Push(network);
        }
    }

    private static bool IsSetUp(SiteFacts site, NetworkFacts network) =>
        !network.Network.NoConfig && site.Design.FindLinkOfNetwork(network.Name) is { NoConfig: false };

    private ValidationFinding Overlap(SiteFacts site, NetworkFacts outer, NetworkFacts inner)
    {
        var nested = $"The CIDR {inner.Network.Cidr} of network {inner.Name} is inside {outer.Network.Cidr} of network {outer.Name}";
        var (severity, message) = outer.Block!.Value.Span == inner.Block!.Value.Span
            ? (ValidationSeverity.Error, $"Networks {outer.Name} and {inner.Name} have the same CIDR {inner.Network.Cidr}; MAAS makes one subnet of it.")
            : site.Live is { RefusesOverlappingSubnets: true } && IsSetUp(site, outer) && IsSetUp(site, inner)
                ? (ValidationSeverity.Error, $"{nested}, which this MAAS refuses.")
                : (ValidationSeverity.Warning, $"{nested}.");
        const string Advice = "Give each network a CIDR of its own.";
        return severity == ValidationSeverity.Error
            ? this.Error(message, Advice, site.At(inner, "cidr"), outer.Reference)
            : this.Warning(message, Advice, site.At(inner, "cidr"), outer.Reference);
    }
}
