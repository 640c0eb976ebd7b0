namespace Drydock.Maas.Design.Validation.Rules;

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
        site.CheckStorage(n => n.Raids.SelectMany(r => CheckRaid(n, r)).Concat(CheckMembers(n)));

    private IEnumerable<ValidationFinding> CheckRaid(DrydockNode node, StorageRaid raid)
    {
        if (RaidLevel.Find(raid.Level) is not { } level)
            yield return Wrong(
                node, $"RAID {raid.Name} of node {node.Name} has no level.", $"Write level: {string.Join(", ", RaidLevel.Names)}.");
        else if (level.Refusal(raid.Devices.Count, raid.Spares.Count) is { } refusal)
            yield return Wrong(
                node, $"RAID {raid.Name} of node {node.Name} {refusal}.", "Add disks or partitions to devices, or choose another level.");
        if (Uses(raid) > 1)
        {
            yield return Wrong(
                node,
                $"RAID {raid.Name} of node {node.Name} has more than one of file system, volume group and partitions.",
                "Leave it one of them.");
        }

        if (raid.IsMountedAt("/boot/efi"))
            yield return Wrong(
                node,
                $"The EFI file system of node {node.Name} is on RAID {raid.Name}, which firmware cannot read.",
                "Put it on a partition.");
        if (node.HasRoot(raid) && raid.Members.Any(m => !m.Contains('/')))
        {
            yield return Wrong(
                node,
                $"The root of node {node.Name} is on RAID {raid.Name}, which takes disks whole; machines boot from partitions.",
                "Give each disk a partition for it.");
        }

        if (node.DiskNames.Contains(raid.Name)
            || node.Raids.Any(r => r.Members.Any(m => m.StartsWith($"{raid.Name}/", StringComparison.Ordinal))))
            yield return Wrong(
                node, $"RAID {raid.Name} of node {node.Name} has the name of a disk.", "Give it a name of its own, for example md0.");
    }

    private IEnumerable<ValidationFinding> CheckMembers(DrydockNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in DeviceUse.Of(node).Where(u => !u.IsOfBcache))
        {
            var member = use.Device;
            if (!seen.Add(member))
                yield return Wrong(
                    node, $"{member} of node {node.Name} is a member of RAIDs twice.", "Name every disk and partition once.");
            else if (node.Raids.Any(r => r.Name == member))
                yield return Wrong(
                    node, $"{member}, a member of {use.User} of node {node.Name}, is a RAID itself.", "Name disks or partitions.");
            else if (use.Fault(node) is { } fault)
                yield return Wrong(
                    node,
                    $"{member}, a member of {use.User} of node {node.Name}, {fault}.",
                    "Correct devices or spares, or free the member.");
        }
    }

    private static int Uses(StorageRaid raid) =>
        (raid.Filesystem is null ? 0 : 1) + (string.IsNullOrEmpty(raid.VolumeGroup) ? 0 : 1) + (raid.Partitions.Count == 0 ? 0 : 1);

    private ValidationFinding Wrong(DrydockNode node, string message, string remedy) => this.Error(message, remedy, node.Reference());
}
