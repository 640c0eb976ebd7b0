using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Nodes stand in racks that are there. Most sites have no Rack documents, to which a rack is a word.</summary>
internal sealed class UnknownRack : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownRack),
        "DD1113",
        "Unknown Racks",
        "Where a site has Rack documents, metadata.rack of every node is one of them: racks choose nodes for tasks and boot actions.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var known = site.Design.Racks.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        return site.Nodes.Where(n => known.Count > 0 && n.Rack is not null && !known.Contains(n.Rack)).Select(n => this.Warning(
            site.At(n, "metadata", "rack"),
            $"Node {n} is in rack {n.Rack}, which no document defines.",
            $"Define the rack, or correct metadata.rack: there are {string.Join(", ", site.Design.Racks.Select(r => r.Name))}.") with
        {
            Subject = n.Rack,
        });
    }
}
