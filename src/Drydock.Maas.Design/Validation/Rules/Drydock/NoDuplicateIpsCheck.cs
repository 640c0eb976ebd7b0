namespace Drydock.Maas.Design.Validation.Rules;

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
        var owners = new Dictionary<string, DrydockNode>(StringComparer.Ordinal);
        foreach (var address in site.StaticAddresses)
        {
            // An address has many spellings in IPv6.
            var key = address.Number?.ToString() ?? address.Text;
            if (!owners.TryAdd(key, address.Node))
            {
                yield return this.Error(
                    $"Duplicate IP Address Found: {address.Text} ",
                    "Select unique IP addresses for each node.",
                    address.Node.Reference(),
                    owners[key].Reference());
            }
        }
    }
}
