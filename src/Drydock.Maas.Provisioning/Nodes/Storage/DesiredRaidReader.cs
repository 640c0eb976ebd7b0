using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Works out a node's RAIDs against the disks its machine has.</summary>
internal static class DesiredRaidReader
{
    /// <summary>The RAIDs; throws when a member is missing or used otherwise, or MAAS cannot make one.</summary>
    public static IReadOnlyList<DesiredRaid> Read(DrydockNode node, Machine machine, IReadOnlyList<DesiredDisk> disks, DeviceNames names) =>
        [.. node.Raids.Select(r => Read(node, r, disks, names)).Select(r => WithPartitions(node, machine, r))];

    private static DesiredRaid Read(DrydockNode node, StorageRaid design, IReadOnlyList<DesiredDisk> disks, DeviceNames names)
    {
        var level = RaidLevel.Find(design.Level) ?? throw Invalid(
            node, $"RAID {design.Name} has level {design.Level ?? "(none)"}, which is none of {string.Join(", ", RaidLevel.Names)}");
        if (level.Refusal(design.Devices.Count, design.Spares.Count) is { } refusal)
            throw Invalid(node, $"RAID {design.Name} {refusal}");
        if ((design.VolumeGroup is null ? 0 : 1) + (design.Filesystem is null ? 0 : 1) + (design.Partitions.Count == 0 ? 0 : 1) > 1)
            throw Invalid(node, $"RAID {design.Name} has more than one of file system, volume group and partitions; only one is possible");
        if (disks.Any(d => d.Device.Name == design.Name))
            throw Invalid(node, $"RAID {design.Name} has the name of a disk");
        if (design.IsMountedAt(Firmware.EfiPlace))
            throw Invalid(node, $"RAID {design.Name} is mounted at /boot/efi; firmware reads no RAID");
        var (active, spare) = (Members(design.Devices), Members(design.Spares));
        var sizes = active.Concat(spare).Select(d => d.Size).ToList();
        return new(design, active, spare, level.SizeOf(sizes.Min(), sizes.Sum(), active.Count));

        List<DesiredDevice> Members(IEnumerable<string> members) =>
            [.. members.Select(m => DesiredDeviceReader.Read(node, $"RAID {design.Name}", m, disks, names))];
    }

    private static DesiredRaid WithPartitions(DrydockNode node, Machine machine, DesiredRaid raid)
    {
        if (raid.Design.Partitions.Count == 0)
            return raid;
        var device = new BlockDevice { Id = -1, Type = "virtual", Name = raid.Name, Size = raid.Size };
        var design = new StorageDevice { Name = raid.Name, Partitions = raid.Design.Partitions };
        var available = StorageSpace.Partitionable(raid.Size, isBootDisk: false, machine);
        var partitions = DesiredStorageReader.ReadPartitions(node, design, raid.Size, available, $"RAID {raid.Name} of node {node.Name}");
        return raid with { Disk = new(device, null, partitions) };
    }

    private static NodeException Invalid(DrydockNode node, string what) => DesiredDeviceReader.Invalid(node, what);
}
