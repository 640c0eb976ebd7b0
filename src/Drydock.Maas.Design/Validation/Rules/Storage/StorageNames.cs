using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>
/// Partitions, logical volumes and groups have names of their own, which LVM accepts. MAAS shows a logical volume as
/// <c>group-volume</c>, yet keeps it by its own name among all block devices of the machine.
/// </summary>
internal sealed class StorageNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(StorageNames),
        "DD1207",
        "Storage Names",
        "No two partitions of a disk and no two logical volumes, RAIDs and bcaches of a node have the same name, and names of groups and "
        + "volumes are made of letters, digits and + _ . -.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(
        n => CheckTwice(site, n).Concat(CheckDevices(site, n)).Concat(CheckNames(site, n)));

    private IEnumerable<ValidationFinding> CheckTwice(SiteFacts site, DrydockNode node)
    {
        var seen = new HashSet<(string, string, string)>();
        return NodeVolume.List(node).Where(v => !seen.Add((v.Kind, v.Container, v.Name)))
            .Select(v => this.Error(site.At(node, v.PathIn(node)), $"Node {node} has the {v} twice.", "Give each a name of its own."));
    }

    /// <summary>Names that two groups have, or a group and a RAID or bcache.</summary>
    private IEnumerable<ValidationFinding> CheckDevices(SiteFacts site, DrydockNode node)
    {
        var seen = node.Storage.Assemblies.DistinctBy(a => a.Name).ToDictionary(a => a.Name, a => $"{a.Kind} {a.Name}", StringComparer.Ordinal);
        foreach (var volume in NodeVolume.List(node).Where(v => v.Kind == "logical volume").Distinct())
        {
            if (!seen.TryAdd(volume.Name, volume.ToString()) && seen[volume.Name] != volume.ToString())
            {
                yield return this.Error(
                    site.At(node, volume.PathIn(node)),
                    $"Node {node} has the {volume} and the {seen[volume.Name]}; MAAS takes no second block device of that name.",
                    "Give the logical volume a name that no other volume of the node has.");
            }
        }
    }

    private IEnumerable<ValidationFinding> CheckNames(SiteFacts site, DrydockNode node) =>
        node.VolumeGroups.Select(g => g.Name).Concat(node.VolumeGroups.SelectMany(g => g.LogicalVolumes.Select(v => v.Name)))
            .Where(n => !IsName(n))
            .Select(n => this.Error(
                site.At(node, "storage", "volume_groups", n),
                $"LVM accepts no volume group or volume with the name \"{n}\" (node {node}).",
                "Use letters, digits and + _ . -, not - at the beginning."));

    private static bool IsName(string name) =>
        name is not ("" or "." or "..") && name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '_' or '.' or '-');
}
