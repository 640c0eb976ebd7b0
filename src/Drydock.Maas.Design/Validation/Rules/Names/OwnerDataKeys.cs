namespace Drydock.Maas.Design.Validation.Rules;

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
        group node by key into nodes
        select this.Warning(
            $"MAAS refuses the key \"{nodes.Key}\" of owner data of {Names([.. nodes.Select(n => n.Name)])}.",
            "Nodes are deployed without it. Node filters take it all the same.",
            [.. nodes.Select(n => n.Reference())]);

    private static string Names(IReadOnlyList<string> nodes) => nodes.Count == 1 ? $"node {nodes[0]}" : $"{nodes.Count} nodes";
}
