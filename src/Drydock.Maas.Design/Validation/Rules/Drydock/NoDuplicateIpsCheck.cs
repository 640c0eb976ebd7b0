using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>No static address is given twice.</summary>
internal sealed class NoDuplicateIpsCheck : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(NoDuplicateIpsCheck),
        "DD2005",
        "Duplicated IP Check",
        "No two static addresses of the site are the same.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Design.Nodes.Count == 0)
            yield return this.Warning("No BaremetalNodes Found.", "Site design unlikely complete with no defined baremetal nodes.");
        var owners = new Dictionary<(Written<IPNumber>, int?), AddressFacts>();
        foreach (var address in site.StaticAddresses.Where(a => !site.IsOutside(a)))
        {
            // Emulated controllers share the address of their host.
            var key = (new Written<IPNumber>(address.Text, address.Number), address.Port);
            if (!owners.TryAdd(key, address))
            {
                yield return this.Error(
                    site.At(address),
                    $"Duplicate IP Address Found: {address.Text} of node {address.Node} and of node {owners[key].Node.Name}",
                    "Select unique IP addresses for each node.",
                    site.At(owners[key]).Document);
            }
        }
    }
}
