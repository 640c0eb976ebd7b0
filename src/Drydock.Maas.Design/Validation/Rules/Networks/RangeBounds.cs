using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Ranges are ranges, within their network.</summary>
internal sealed class RangeBounds : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RangeBounds),
        "DD2101",
        "Address Ranges",
        "A range goes from one address to a later one, both within the network's CIDR; a static one outside is a warning. A DHCP range of "
        + "IPv6 has 256 addresses or more, and not those that MAAS keeps.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Networks.SelectMany(n => n.Ranges.Select(r => Check(site, site.At(n, r.Path), n, r)).OfType<ValidationFinding>());

    private ValidationFinding? Check(SiteFacts site, ValidationDocument place, NetworkFacts network, RangeFacts range)
    {
        if (range.Span is not { } span)
        {
            return this.Error(
                $"The {range} of network {network.Name} is no range of addresses.",
                "Write two addresses of one family, the lower one as start.",
                place);
        }

        if (network.Block is not { } block || site.HasWrongCidr(network))
            return null;
        if (!block.Span.Covers(span))
        {
            var message = $"The {range} of network {network.Name} is not within its CIDR {network.Network.Cidr}";
            const string Diagnostic = "Correct the range, or the network's CIDR.";
            return range.Range.Type == "static"
                ? this.Warning($"{message}; MAAS has no static ranges, so nothing is made of it.", Diagnostic, place)
                : this.Error($"{message}.", Diagnostic, place);
        }

        if (range.Range.Type != "dhcp")
            return null;
        if (!span.IsLargeEnoughForDhcp)
        {
            return this.Error(
                $"The {range} of network {network.Name} is too small: MAAS takes a dynamic range of IPv6 with 256 addresses or more.",
                "Make it larger.",
                place);
        }

        return block.KeptByMaas?.Covers(span) == true
            ? this.Error(
                $"The {range} of network {network.Name} is within {block.KeptByMaas}, which MAAS keeps of each IPv6 network with 64 bits.",
                $"Begin it behind {block.KeptByMaas.End}.",
                place)
            : null;
    }
}
