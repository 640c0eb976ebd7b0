using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Names of nodes are ones MAAS takes for machines; HostnameValidity looks at their letters.</summary>
internal sealed class NodeNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(NodeNames),
        "DD3101",
        "Names of Nodes",
        "No label of a node's name begins or ends with a hyphen, a name has no dots and no __, and no two names differ in case only.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var owners = new Dictionary<string, DrydockNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in site.Nodes)
        {
            if (Reason(node.Name) is { } reason)
                yield return this.Error(site.At(node), $"MAAS refuses the name {node}: it {reason}.", "Correct metadata.name.");
            if (!owners.TryAdd(node.Name, node))
            {
                yield return this.Error(
                    site.At(node),
                    $"The names {owners[node.Name].Name} and {node} differ in case only, which MAAS does not tell apart.",
                    "Correct one of them.",
                    owners[node.Name].Reference());
            }
        }
    }

    private static string? Reason(string name)
    {
        if (name.StartsWith('-') || name.EndsWith('-'))
            return "begins or ends with a hyphen";
        if (name.Contains('.', StringComparison.Ordinal))
            return "has a dot, and what follows it would be its domain";
        return name.Contains("__", StringComparison.Ordinal) ? "has two underscores, which separate parts of tags" : null;
    }
}
