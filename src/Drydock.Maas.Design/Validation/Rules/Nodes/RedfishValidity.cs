using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Redfish nodes have what their management controllers need; Drydock asks that of IPMI nodes only.</summary>
internal sealed class RedfishValidity : IValidationRule
{
    private static readonly string[] Required = ["account", "credential", "network"];

    public ValidationRuleInfo Info { get; } = new(
        nameof(RedfishValidity),
        "DD4101",
        "Valid Redfish Configuration",
        "A node managed by Redfish has an account, a credential, a network and a static address there.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.Where(n => n.Oob.Type == "redfish").SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        foreach (var name in Required.Where(p => string.IsNullOrEmpty(node.Oob.Parameters.GetValueOrDefault(p))))
        {
            yield return this.Error(
                site.At(node, "oob"),
                $"OOB parameter {name} for Redfish node {node} missing.",
                $"Define OOB parameter {name}");
        }

        if (string.IsNullOrEmpty(node.Oob.Address))
        {
            yield return this.Error(
                site.At(node, "addressing"),
                $"OOB address missing for Redfish node {node}.",
                "Provide address to node OOB interface.");
        }
    }
}
