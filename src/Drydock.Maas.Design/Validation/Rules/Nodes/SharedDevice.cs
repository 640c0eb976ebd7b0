namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>What a node uses under two names is not one device.</summary>
internal sealed class SharedDevice : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SharedDevice),
        "DD1107",
        "Shared Devices",
        "No two disks of a node, and no two NICs, are aliases of one bus address.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var profiles = site.Design.HardwareProfiles
            .Where(p => p.DeviceAliases.DistinctBy(Address).Count() < p.DeviceAliases.Count).ToHashSet();
        return profiles.Count == 0 ? [] : site.Nodes.Where(n => n.HardwareProfile is { } p && profiles.Contains(p)).SelectMany(n => Check(site, n));
    }

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        var disks = Shared(node, node.DiskNames).Select(g => (Kind: "Disks", Group: g));
        var nics = Shared(node, node.NicNames).Select(g => (Kind: "NICs", Group: g));
        return disks.Concat(nics).Select(x => this.Error(
            site.At(node),
            $"{x.Kind} {string.Join(" and ", x.Group.Select(a => a.Alias))} of node {node} "
            + $"are one device, {x.Group.Key.Bus}@{x.Group.Key.Address}.",
            $"Correct the addresses in device_aliases of hardware profile {node.HardwareProfile!.Name}, or use one of the names only.",
            node.HardwareProfile.Reference()));
    }

    private static IEnumerable<IGrouping<(string Bus, string Address), DeviceAlias>> Shared(DrydockNode node, IEnumerable<string> names) =>
        names.Select(node.HardwareProfile!.FindAlias).OfType<DeviceAlias>().GroupBy(Address).Where(g => g.Count() > 1);

    private static (string Bus, string Address) Address(DeviceAlias alias) => (alias.BusType, alias.Address);
}
