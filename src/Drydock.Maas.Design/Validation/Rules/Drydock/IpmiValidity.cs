namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>IPMI nodes have what their management controllers need.</summary>
internal sealed class IpmiValidity : IValidationRule
{
    private static readonly string[] Required = ["account", "credential", "network"];

    public ValidationRuleInfo Info { get; } = new(
        nameof(IpmiValidity),
        "DD4001",
        "Valid IPMI Configuration",
        "A node managed by IPMI has an account, a credential, a network and a static address there.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.Where(n => n.Oob.Type == "ipmi").SelectMany(Check);

    private IEnumerable<ValidationFinding> Check(DrydockNode node)
    {
        foreach (var name in Required.Where(p => string.IsNullOrEmpty(node.Oob.Parameters.GetValueOrDefault(p))))
        {
            yield return this.Error(
                $"OOB parameter {name} for IPMI node {node.Name} missing.",
                $"Define OOB parameter {name}",
                node.Reference());
        }

        if (string.IsNullOrEmpty(node.Oob.Address))
        {
            yield return this.Error(
                $"OOB address missing for IPMI node {node.Name}.",
                "Provide address to node OOB interface.",
                node.Reference());
        }
    }
}
