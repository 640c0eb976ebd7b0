using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>Ranges of a network keep apart. MAAS refuses overlaps of those it is told about: dhcp and reserved.</summary>
internal sealed class RangeOverlap : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RangeOverlap),
        "DD2102",
        "Overlapping Ranges",
        "Ranges of a network do not overlap: an error where MAAS would refuse them (dhcp and reserved), a warning where a static range "
        + "is one of the two.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Networks.SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, NetworkFacts network)
    {
        RangeFacts? furthest = null;
        foreach (var range in network.Ranges.Where(r => r.Span is not null).OrderBy(r => r.Span!.First.IsV6)
            .ThenBy(r => r.Span!.First.Value))
        {
            if (furthest is not null && furthest.Span!.Contains(range.Span!.First))
                yield return Overlap(site.At(network, range.Path), network, furthest, range);
            if (furthest is null || !furthest.Span!.Contains(range.Span!.Last))
                furthest = range;
        }
    }

    private ValidationFinding Overlap(ValidationDocument place, NetworkFacts network, RangeFacts one, RangeFacts other)
    {
        var message = $"The {one} and the {other} of network {network.Name} overlap.";
        const string Diagnostic = "Let each address be in one range only.";
        return one.Range.Type == "static" || other.Range.Type == "static"
            ? this.Warning(message, Diagnostic, place)
            : this.Error(message, Diagnostic, place);
    }
}
