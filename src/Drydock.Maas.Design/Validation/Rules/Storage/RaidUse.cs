namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>RAIDs are ones that MAAS can make.</summary>
internal sealed class RaidUse : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RaidUse),
        "DD1211",
        "RAIDs",
        "A RAID has a level and enough members for it, which are disks or partitions of the node that nothing else uses, and a file "
        + "system or a volume group other than the root's.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => n.Raids.SelectMany(r => CheckRaid(n, r)).Concat(CheckMembers(n)));

    private IEnumerable<ValidationFinding> CheckRaid(DrydockNode node, StorageRaid raid)
    {
        if (RaidLevel.Find(raid.Level) is not { } level)
            yield return Wrong(node, $"RAID {raid.Name} of node {node.Name} has no level.", $"Write level: {string.Join(", ", RaidLevel.Names)}.");
        else if (level.Refusal(raid.Devices.Count, raid.Spares.Count) is { } refusal)
            yield return Wrong(node, $"RAID {raid.Name} of node {node.Name} {refusal}.", "Add disks or partitions to devices, or choose another level.");
        if (raid is { Filesystem: not null, VolumeGroup: not (null or "") })
            yield return Wrong(node, $"RAID {raid.Name} of node {node.Name} has both a file system and a volume group.", "Leave it one of them.");
        if (IsRoot(node, raid))
            yield return Wrong(node, $"The root or EFI file system of node {node.Name} is on RAID {raid.Name}; MAAS's layouts make them on a disk.", "Put it on a disk.");
        if (node.DiskNames.Contains(raid.Name) || node.Raids.Any(r => r.Members.Any(m => m.StartsWith($"{raid.Name}/", StringComparison.Ordinal))))
            yield return Wrong(node, $"RAID {raid.Name} of node {node.Name} has the name of a disk.", "Give it a name of its own, for example md0.");
    }

    private IEnumerable<ValidationFinding> CheckMembers(DrydockNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (raid, member) in node.Raids.SelectMany(r => r.Members.Select(m => (r.Name, m))))
        {
            if (!seen.Add(member))
                yield return Wrong(node, $"{member} of node {node.Name} is a member of RAIDs twice.", "Name every disk and partition once.");
            else if (Fault(node, member) is { } fault)
                yield return Wrong(node, $"{member}, a member of RAID {raid} of node {node.Name}, {fault}.", "Correct devices or spares, or free the member.");
        }
    }

    private static string? Fault(DrydockNode node, string member)
    {
        var parts = member.Split('/', 2);
        var disk = node.StorageDevices.FirstOrDefault(d => d.Name == parts[0]);
        if (parts.Length == 1)
        {
            return disk is { Partitions.Count: > 0 } or { VolumeGroup: not (null or "") }
                ? "is a disk that has partitions or a volume group" : null;
        }

        return disk?.Partitions.FirstOrDefault(p => p.Name == parts[1]) switch
        {
            null => "is no partition of the node's physical devices",
            { Filesystem: not null } or { VolumeGroup: not (null or "") } => "is a partition that has a file system or a volume group",
            _ => null,
        };
    }

    private static bool IsRoot(DrydockNode node, StorageRaid raid) =>
        raid.Filesystem?.MountPoint is "/" or "/boot/efi"
        || node.VolumeGroups.Any(g => g.Name == raid.VolumeGroup && g.LogicalVolumes.Any(v => v.Filesystem?.MountPoint == "/"));

    private ValidationFinding Wrong(DrydockNode node, string message, string remedy) => this.Error(message, remedy, node.Reference());
}
