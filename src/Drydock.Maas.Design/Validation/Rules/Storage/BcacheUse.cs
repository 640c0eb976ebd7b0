using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>Bcaches are ones that MAAS can make.</summary>
internal sealed class BcacheUse : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BcacheUse),
        "DD1212",
        "Bcaches",
        "A bcache has a backing and a cache device, which are disks, partitions or RAIDs of the node that nothing else uses, bcaches "
        + "with the same cache aside, and a file system or a volume group other than those the machine boots from.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.CheckStorage(n => n.Bcaches.SelectMany(b => CheckBcache(site, n, b)).Concat(CheckDevices(site, n)));

    private IEnumerable<ValidationFinding> CheckBcache(SiteFacts site, DrydockNode node, StorageBcache bcache)
    {
        NodeMessage what = $"Bcache {bcache.Name} of node {node}";
        if (bcache.BackingDevice is null)
            yield return Wrong(site, node, bcache.Name, $"{what} has no backing device.", "Write backing_device: the slow disk, partition or RAID.");
        if (bcache.CacheDevice is null)
            yield return Wrong(site, node, bcache.Name, $"{what} has no cache device.", "Write cache_device: the fast disk, partition or RAID.");
        if (bcache is { Filesystem: not null, VolumeGroup: not (null or "") })
            yield return Wrong(site, node, bcache.Name, $"{what} has both a file system and a volume group.", "Leave it one of them.");
        if (IsBooted(node, bcache))
            yield return Wrong(site, node, bcache.Name, $"{what} has the root or boot file system on it.", "Put /, /boot and /boot/efi on a disk.");
        if (node.DiskNames.Contains(bcache.Name) || node.Raids.Any(r => r.Name == bcache.Name))
            yield return Wrong(site, node, bcache.Name, $"{what} has the name of a disk or RAID.", "Give it a name of its own, for example bcache0.");
    }

    private IEnumerable<ValidationFinding> CheckDevices(SiteFacts site, DrydockNode node)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var use in DeviceUse.ListUses(node))
        {
            if (seen.TryGetValue(use.Device, out var user))
            {
                // What RAIDs alone have twice is told by their own rule.
                if (use.IsOfBcache)
                    yield return Wrong(
                        site,
                        node,
                        use.Owner, $"{use.Device} of node {node} is used by {user} and by {use.User}.", "Give each a device of its own.");
                continue;
            }

            seen[use.Device] = use.User;
            if (use.IsOfBcache && DeviceUse.FindFault(node, use.Device) is { } fault)
            {
                yield return Wrong(
                    site,
                    node,
                    use.Owner,
                    $"{use.Device}, a device of {use.User} of node {node}, {fault}.",
                    "Correct backing_device or cache_device, or free the device.");
            }
        }
    }

    private static bool IsBooted(DrydockNode node, StorageBcache bcache) =>
        bcache.Filesystem?.MountPoint is "/" or "/boot" or BootFirmware.EfiMountPoint
        || node.VolumeGroups.Any(g => g.Name == bcache.VolumeGroup && g.LogicalVolumes.Any(v => v.Filesystem?.MountPoint == "/"));

    private ValidationFinding Wrong(SiteFacts site, DrydockNode node, string device, NodeMessage message, string remedy) =>
        this.Error(site.At(node, "storage", "bcaches", device), message, remedy);
}
