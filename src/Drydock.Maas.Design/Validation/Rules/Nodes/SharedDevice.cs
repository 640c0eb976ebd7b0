using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>A node does not use one device under two names.</summary>
internal sealed class SharedDevice : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SharedDevice),
        "DD1107",
        "Shared Devices",
        "No two disks of a node, and no two NICs, are aliases of one bus address, or of one serial number, world wide name or path.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var profiles = site.Design.HardwareProfiles
            .Where(p => p.DeviceAliases.Where(IsOfOne).DistinctBy(a => a.Mark).Count() < p.DeviceAliases.Count(IsOfOne)).ToHashSet();
        return profiles.Count == 0 ? [] : site.Nodes.Where(n => n.HardwareProfile is { } p && profiles.Contains(p)).SelectMany(n => Check(site, n));
    }

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        var disks = Shared(node, node.DiskNames).Select(g => (Kind: "Disks", Group: g));
        var nics = Shared(node, node.NicNames).Select(g => (Kind: "NICs", Group: g));
        return disks.Concat(nics).Select(x => this.Error(
            new NodeLocation(node, DeviceAliases.At(site, node.HardwareProfile!, x.Group.Last(), "address")),
            $"{x.Kind} {string.Join(" and ", x.Group.Select(a => a.Alias))} of node {node} "
            + $"are one device, {x.Group.Key}.",
            $"Correct device_aliases of hardware profile {node.HardwareProfile!.Name}, or use one of the names only."));
    }

    private static IEnumerable<IGrouping<string, DeviceAlias>> Shared(DrydockNode node, IEnumerable<string> names) =>
        names.Select(node.HardwareProfile!.FindAlias).OfType<DeviceAlias>().Where(IsOfOne).GroupBy(a => a.Mark, StringComparer.Ordinal).Where(g => g.Count() > 1);

    /// <summary>Whether it can stand for one device of a machine only; several disks of one model, size or controller are shared out.</summary>
    private static bool IsOfOne(DeviceAlias alias) => !alias.HasMarks || alias.Wwns.Count == 1
        || (alias.Serials is [var serial] && !serial.Contains('*', StringComparison.Ordinal))
        || (alias.Paths is [var path] && !path.Contains('*', StringComparison.Ordinal));
}
