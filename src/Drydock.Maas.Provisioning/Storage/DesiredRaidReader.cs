using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>Works out a node's RAIDs against the disks its machine has.</summary>
internal static class DesiredRaidReader
{
    /// <summary>The physical devices of the design, and disks that are members of RAIDs only.</summary>
    public static IReadOnlyList<StorageDevice> Devices(DrydockNode node) =>
        [.. node.DiskNames.Select(n => node.StorageDevices.FirstOrDefault(d => d.Name == n) ?? new StorageDevice { Name = n })];

    /// <summary>The RAID that a disk, or a partition as disk/partition, is a member of by the design; throws where there are two.</summary>
    public static string? RaidOf(DrydockNode node, string member)
    {
        var raids = node.Raids.SelectMany(r => r.Members.Where(m => m == member).Select(_ => r.Name)).ToList();
        return raids.Count < 2 ? raids.FirstOrDefault() : throw Invalid(node, $"{member} is a member of RAIDs twice: {string.Join(", ", raids)}");
    }

    /// <summary>The RAIDs; throws when a member is missing or used otherwise, or MAAS cannot make one.</summary>
    public static IReadOnlyList<DesiredRaid> Read(DrydockNode node, IReadOnlyList<DesiredDisk> disks, DeviceNames names) =>
        [.. node.Raids.Select(r => Read(node, r, disks, names))];

    private static DesiredRaid Read(DrydockNode node, StorageRaid design, IReadOnlyList<DesiredDisk> disks, DeviceNames names)
    {
        var level = RaidLevel.Find(design.Level)
            ?? throw Invalid(node, $"RAID {design.Name} has level {design.Level ?? "(none)"}, which is none of {string.Join(", ", RaidLevel.Names)}");
        if (level.Refusal(design.Devices.Count, design.Spares.Count) is { } refusal)
            throw Invalid(node, $"RAID {design.Name} {refusal}");
        if (design is { VolumeGroup: not null, Filesystem: not null })
            throw Invalid(node, $"RAID {design.Name} has both a file system and a volume group; only one is possible");
        if (disks.Any(d => d.Device.Name == design.Name))
            throw Invalid(node, $"RAID {design.Name} has the name of a disk");
        if (design.Filesystem?.MountPoint is "/" or "/boot/efi")
            throw Invalid(node, $"RAID {design.Name} is mounted at {design.Filesystem.MountPoint}; MAAS's layouts make that on a disk");
        var sizes = design.Members.Select(m => Find(node, design, m, disks, names).Size).ToList();
        return new(design, Members(design.Devices), Members(design.Spares), level.SizeOf(sizes.Min(), sizes.Sum(), design.Devices.Count));

        RaidMembers Members(IEnumerable<string> members)
        {
            var found = members.Select(m => Find(node, design, m, disks, names)).ToList();
            return new([.. found.Where(f => !f.IsPartition).Select(f => f.Key)], [.. found.Where(f => f.IsPartition).Select(f => f.Key)]);
        }
    }

    private static (string Key, long Size, bool IsPartition) Find(
        DrydockNode node, StorageRaid raid, string member, IReadOnlyList<DesiredDisk> disks, DeviceNames names)
    {
        var parts = member.Split('/', 2);
        var disk = disks.FirstOrDefault(d => d.Device.Name == names.Resolve(parts[0]));
        if (parts.Length == 1)
        {
            return disk is { VolumeGroup: null, Partitions.Count: 0 }
                ? (disk.Device.Name, disk.Device.Size, false)
                : throw Invalid(node, $"RAID {raid.Name} takes disk {member} whole, which has partitions or a volume group");
        }

        return disk?.Partitions.FirstOrDefault(p => p.Design.Name == parts[1]) switch
        {
            null => throw Invalid(node, $"RAID {raid.Name} has the member {member}, which is no partition of its physical devices"),
            { Design: { Filesystem: not null } or { VolumeGroup: not null } } =>
                throw Invalid(node, $"RAID {raid.Name} takes partition {member}, which has a file system or a volume group"),
            var partition => (DesiredStorageReader.Key(disk, partition), partition.Size, true),
        };
    }

    private static NodeException Invalid(DrydockNode node, string what) => new(NodeErrorIds.DesignInvalid, $"Storage of node {node.Name}: {what}.");
}
