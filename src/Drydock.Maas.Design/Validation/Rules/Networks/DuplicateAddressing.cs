namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>A node has one address on a network; only the first is used.</summary>
internal sealed class DuplicateAddressing : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(DuplicateAddressing),
        "DD2114",
        "Repeated Addresses",
        "A node has one address on a network; any other is not used.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var node in site.Nodes)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var address in node.Addressing.Where(a => !seen.Add(a.Network)))
            {
                yield return this.Warning(
                    site.At(node, "addressing", address.Network),
                    $"Node {node} has a second address on network {address.Network}: {address.Address ?? address.Type}. Only the "
                    + $"first is used.",
                    "Remove one of them.");
            }
        }
    }
}
