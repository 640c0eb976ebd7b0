using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>RAIDs are ones that MAAS can make.</summary>
internal sealed class RaidUse : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RaidUse),
        "DD1211",
        "RAIDs",
        "A RAID has a level and enough members for it, which are disks or partitions of the node that nothing else uses, and a file "
        + "system, a volume group or partitions; the root's takes partitions, and no EFI file system is on one.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.CheckStorage(n => n.Raids.SelectMany(r => CheckRaid(site, n, r)).Concat(CheckMembers(site, n)));

    private IEnumerable<ValidationFinding> CheckRaid(SiteFacts site, DrydockNode node, StorageRaid raid)
    {
        if (RaidLevel.Find(raid.Level) is not { } level)
            yield return Wrong(
                site,
                node,
                raid.Name, $"RAID {raid.Name} of node {node} has no level.", $"Write level: {string.Join(", ", RaidLevel.Names)}.");
        else if (level.Refusal(raid.Devices.Count, raid.Spares.Count) is { } refusal)
            yield return Wrong(
                site,
                node,
                raid.Name, $"RAID {raid.Name} of node {node} {refusal}.", "Add disks or partitions to devices, or choose another level.");
        if (Uses(raid) > 1)
        {
            yield return Wrong(
                site,
                node,
                raid.Name,
                $"RAID {raid.Name} of node {node} has more than one of file system, volume group and partitions.",
                "Leave it one of them.");
        }

        if (raid.IsMountedAt(BootFirmware.EfiMountPoint))
            yield return Wrong(
                site,
                node,
                raid.Name,
                $"The EFI file system of node {node} is on RAID {raid.Name}, which firmware cannot read.",
                "Put it on a partition.");
        if (node.HasRoot(raid) && raid.Members.Any(m => !m.Contains('/')))
        {
            yield return Wrong(
                site,
                node,
                raid.Name,
                $"The root of node {node} is on RAID {raid.Name}, which takes disks whole; machines boot from partitions.",
                "Give each disk a partition for it.");
        }

        if (node.DiskNames.Contains(raid.Name)
            || node.Raids.Any(r => r.Members.Any(m => m.StartsWith($"{raid.Name}/", StringComparison.Ordinal))))
            yield return Wrong(
                site,
                node,
                raid.Name, $"RAID {raid.Name} of node {node} has the name of a disk.", "Give it a name of its own, for example md0.");
    }

    private IEnumerable<ValidationFinding> CheckMembers(SiteFacts site, DrydockNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in DeviceUse.ListUses(node).Where(u => !u.IsOfBcache))
        {
            var member = use.Device;
            if (!seen.Add(member))
                yield return Wrong(
                    site,
                    node,
                    use.Owner, $"{member} of node {node} is a member of RAIDs twice.", "Name every disk and partition once.");
            else if (node.Raids.Any(r => r.Name == member))
                yield return Wrong(
                    site,
                    node,
                    use.Owner, $"{member}, a member of {use.User} of node {node}, is a RAID itself.", "Name disks or partitions.");
            else if (DeviceUse.FindFault(node, use.Device) is { } fault)
                yield return Wrong(
                    site,
                    node,
                    use.Owner,
                    $"{member}, a member of {use.User} of node {node}, {fault}.",
                    "Correct devices or spares, or free the member.");
        }
    }

    private static int Uses(StorageRaid raid) =>
        (raid.Filesystem is null ? 0 : 1) + (string.IsNullOrEmpty(raid.VolumeGroup) ? 0 : 1) + (raid.Partitions.Count == 0 ? 0 : 1);

    private ValidationFinding Wrong(SiteFacts site, DrydockNode node, string device, NodeMessage message, string remedy) =>
        this.Error(site.At(node, "storage", "raids", device), message, remedy);
}
