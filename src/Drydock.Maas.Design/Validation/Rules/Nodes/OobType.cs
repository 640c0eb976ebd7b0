using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Nodes are managed in one of the ways Drydock knows.</summary>
internal sealed class OobType : IValidationRule
{
    private static readonly string[] Known = ["ipmi", "redfish", "libvirt", "manual"];

    public ValidationRuleInfo Info { get; } = new(
        nameof(OobType),
        "DD4102",
        "Out-of-Band Types",
        "oob.type is ipmi, redfish, libvirt or manual; without one nobody can switch the machine, which is a warning.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        foreach (var node in site.Nodes.Where(n => !Known.Contains(n.Oob.Type)))
        {
            yield return node.Oob.Type is null
                ? this.Warning(site.At(node, "oob"), $"Node {node} has no out-of-band management.", "Define oob.type.")
                : this.Error(
                    site.At(node, "oob", "type"),
                    $"The out-of-band type {node.Oob.Type} of node {node} is none of {string.Join(", ", Known)}.",
                    "Correct oob.type.");
        }
    }
}
