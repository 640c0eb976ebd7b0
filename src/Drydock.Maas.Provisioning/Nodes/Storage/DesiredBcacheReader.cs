using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Works out a node's bcaches against the disks and RAIDs its machine is to have.</summary>
internal static class DesiredBcacheReader
{
    /// <summary>The bcaches; throws when a device is missing or used otherwise, or MAAS cannot make one.</summary>
    public static IReadOnlyList<DesiredBcache> Read(
        DrydockNode node, IReadOnlyList<DesiredDisk> disks, IReadOnlyList<DesiredRaid> raids, DeviceNames names) =>
        [.. node.Bcaches.Select(b => Read(node, b, disks, raids, names))];

    private static DesiredBcache Read(
        DrydockNode node, StorageBcache design, IReadOnlyList<DesiredDisk> disks, IReadOnlyList<DesiredRaid> raids, DeviceNames names)
    {
        var what = DeviceUse.Bcache(design.Name);
        if (design is { VolumeGroup: not null, Filesystem: not null })
            throw Invalid(node, $"{what} has both a file system and a volume group; only one is possible");
        if (disks.Any(d => d.Device.Name == design.Name) || raids.Any(r => r.Name == design.Name))
            throw Invalid(node, $"{what} has the name of a disk or RAID");
        if (design.Filesystem?.MountPoint is "/" or "/boot" or Firmware.EfiPlace)
            throw Invalid(node, $"{what} is mounted at {design.Filesystem.MountPoint}, from where no machine boots");
        if (node.VolumeGroups.Any(
            g => g.Name == design.VolumeGroup && g.LogicalVolumes.Any(v => v.Filesystem?.MountPoint is "/" or "/boot")))
            throw Invalid(node, $"the root's volume group {design.VolumeGroup} is on {what}, from where no machine boots");
        return new(design, Device(design.BackingDevice, "backing"), Device(design.CacheDevice, "cache"));

        DesiredDevice Device(string? device, string role)
        {
            if (device is null)
                throw Invalid(node, $"{what} has no {role} device");
            if (raids.FirstOrDefault(r => r.Name == device) is not { } raid)
                return DesiredDeviceReader.Read(node, what, device, disks, names);
            // A disk or partition was asked when it was read; this throws where the RAID has two uses.
            _ = DeviceUse.Of(node, raid.Name);
            return raid.Design is { Filesystem: null, VolumeGroup: null, Partitions.Count: 0 }
                ? new(DeviceKind.Raid, raid.Name, raid.Size)
                : throw Invalid(node, $"{what} takes RAID {raid.Name}, which has a file system, a volume group or partitions");
        }
    }

    private static NodeException Invalid(DrydockNode node, string what) => DesiredDeviceReader.Invalid(node, what);
}
