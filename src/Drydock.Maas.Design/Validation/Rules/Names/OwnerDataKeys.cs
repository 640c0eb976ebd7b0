using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Keys of owner data are ones MAAS takes.</summary>
internal sealed class OwnerDataKeys : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(OwnerDataKeys),
        "DD3110",
        "Keys of Owner Data",
        "Keys of owner data are made of letters, digits, _, . and -; others are left out.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from node in site.Nodes
        from key in node.OwnerData.Keys
        where !OwnerDataKey.IsTaken(key)
        select this.Warning(
            site.At(node, "metadata", "owner_data", key),
            $"MAAS refuses the key \"{key}\" of owner data of node {node}.",
            "Nodes are deployed without it. Node filters take it all the same.");
}
