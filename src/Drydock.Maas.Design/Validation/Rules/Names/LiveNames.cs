using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Names of nodes are not taken by other machines.</summary>
internal sealed class LiveNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(LiveNames),
        "DD3107",
        "Names on the Server",
        "With a connection: no other machine of the MAAS than the one with the node's boot MAC address has the node's name.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Live is not { } live)
            yield break;
        var machines = new LiveMachines(live.Machines);
        foreach (var node in site.Nodes.Where(n => !string.IsNullOrEmpty(n.BootMac)))
        {
            if (machines.FindByName(node.Name) is { } named && named.SystemId != machines.FindByMac(node.BootMac)?.SystemId)
            {
                yield return this.Error(
                    site.At(node),
                    $"The name {node} is taken by machine {named.SystemId}, which has no NIC with boot MAC address {node.BootMac}.",
                    "Rename or remove that machine, or correct boot_mac.");
            }
        }
    }
}
