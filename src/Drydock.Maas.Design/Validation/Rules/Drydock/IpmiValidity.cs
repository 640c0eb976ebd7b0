using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>IPMI nodes have what their management controllers need.</summary>
internal sealed class IpmiValidity : IValidationRule
{
    private static readonly string[] Required = ["account", "credential", "network"];

    public ValidationRuleInfo Info { get; } = new(
        nameof(IpmiValidity),
        "DD4001",
        "Valid IPMI Configuration",
        "A node managed by IPMI has an account, a credential, a network and a static address there.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.Where(n => n.Oob.Type == "ipmi").SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        foreach (var name in Required.Where(p => string.IsNullOrEmpty(node.Oob.Parameters.GetValueOrDefault(p))))
        {
            yield return this.Error(
                site.At(node, "oob"),
                $"OOB parameter {name} for IPMI node {node} missing.",
                $"Define OOB parameter {name}");
        }

        // Without the network, of which something else tells, there is no address on it either.
        if (string.IsNullOrEmpty(node.Oob.Address) && site.FindNetwork(node.Oob.Network) is not null)
        {
            yield return this.Error(
                site.At(node, "addressing"),
                $"OOB address missing for IPMI node {node}.",
                "Provide address to node OOB interface.");
        }
    }
}
