namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Ranges are ranges, within their network.</summary>
internal sealed class RangeBounds : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RangeBounds),
        "DD2101",
        "Address Ranges",
        "A range goes from one address to a later one, both within the network's CIDR.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Networks.SelectMany(n => n.Ranges.Select(r => Check(site.At(n, r.Path), n, r)).OfType<ValidationFinding>());

    private ValidationFinding? Check(ValidationDocument place, NetworkFacts network, RangeFacts range)
    {
        if (range.Span is not { } span)
        {
            return this.Error(
                $"The {range} of network {network.Name} is no range of addresses.",
                "Write two addresses of one family, the lower one as start.",
                place);
        }

        return network.Block is null || network.Block.Value.Span.Covers(span)
            ? null
            : this.Error(
                $"The {range} of network {network.Name} is not within its CIDR {network.Network.Cidr}.",
                "Correct the range, or the network's CIDR.",
                place);
    }
}
