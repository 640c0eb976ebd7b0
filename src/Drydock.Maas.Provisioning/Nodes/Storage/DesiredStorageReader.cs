using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Works out a node's whole partition table against the disks its machine has.</summary>
internal static class DesiredStorageReader
{
    /// <summary>The partition table; throws when a disk is missing or too small, or MAAS cannot make it.</summary>
    public static DesiredStorage Read(DrydockNode node, Machine machine, DeviceNames names)
    {
        var rootRaids = RaidRoot.Find(node);
        RequireOwnDisks(node, machine, names);
        var (rootDisk, isByParts) = FindRootDisk(node, machine, rootRaids, names);
        var limit = new RootLimit(node, machine, isByParts);
        var devices = Devices(node);
        var disks = devices
            .Select(d => ReadDisk(node, machine, d, names, limit, ReferenceEquals(d, rootDisk)))
            .ToList();
        var raids = DesiredRaid.Read(node, machine, disks, names);
        IReadOnlyList<ComposedDevice> composed = [.. raids, .. DesiredBcache.Read(node, disks, raids, names)];
        IReadOnlyList<DesiredDisk> partitioned = [.. disks, .. composed.Select(d => d.Disk).OfType<DesiredDisk>()];
        var groups = node.VolumeGroups.Select(g => DesiredVolumeGroup.Read(node, machine, g, partitioned, composed, limit))
            .Where(g => g.MemberCount > 0).ToList();
        var root = disks[devices.Select((d, index) => (d, index)).First(x => ReferenceEquals(x.d, rootDisk)).index];
        return new(disks, composed, groups, RootLayout.Read(node, root, groups, limit.IsByParts));
    }

    /// <summary>The disk to boot from, and whether the root is made piece by piece, since no layout of MAAS's makes it.</summary>
    private static (StorageDevice Disk, bool IsByParts) FindRootDisk(
        DrydockNode node, Machine machine, IReadOnlyList<StorageRaid> rootRaids, DeviceNames names)
    {
        if (rootRaids.Count > 0)
            return (RaidRoot.BootDisk(node, rootRaids), true);
        var rootDisk = RootLayout.FindDisk(node, new RootLimit(node, machine, isByParts: false).RootGroup);
        return EfiPartitions.FindOwnDisk(node, machine, rootDisk, names) is { } disk ? (disk, true) : (rootDisk, false);
    }

    /// <summary>The physical devices of the design, and disks that are parts of RAIDs and bcaches only.</summary>
    private static List<StorageDevice> Devices(DrydockNode node) =>
        [.. node.DiskNames.Select(n => node.StorageDevices.FirstOrDefault(d => d.Name == n) ?? new StorageDevice { Name = n })];

    private static void RequireOwnDisks(DrydockNode node, Machine machine, DeviceNames names)
    {
        foreach (var shared in node.DiskNames.GroupBy(names.Resolve, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            throw new NodeException(
                ErrorIds.DesignInvalid,
                $"Disks {string.Join(" and ", shared)} of node {node.Name} are both disk {shared.Key} of {machine}; "
                + $"correct device_aliases of hardware profile {node.HardwareProfile?.Name}, or use one of the names only.");
        }
    }

    private static DesiredDisk ReadDisk(
        DrydockNode node, Machine machine, StorageDevice written, DeviceNames names, RootLimit limit, bool isBootDisk)
    {
        var design = written with { Partitions = EfiPartitions.Complete(written, isBootDisk, machine.Firmware.NeedsEfiPartition, limit.IsByParts) };
        var device = FindDevice(node, machine, design, names);
        if (design.VolumeGroup is not null && design.Partitions.Count > 0)
        {
            throw new NodeException(
                ErrorIds.DesignInvalid, $"Disk {design.Name} of node {node.Name} has both partitions and a "
                    + "volume group; only one is possible.");
        }

        var available = MaasStorageRules.Partitionable(device.Size, isBootDisk && !limit.IsByParts, machine, HasBoot(design));
        var partitions = ReadPartitions(node, design, device.Size, available, $"Disk {device.Name} of {machine}");
        return new(device, design.VolumeGroup, isBootDisk ? limit.Apply(device, partitions) : partitions)
        {
            PartOf = TakenDeviceReader.FindHolder(node, design.Name),
        };
    }

    private static bool HasBoot(StorageDevice design) => design.Partitions.Any(p => p.Filesystem?.MountPoint == "/boot");

    /// <summary>The partitions of a disk or RAID with their sizes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="design">What the design says; a RAID as a disk.</param>
    /// <param name="whole">Its bytes.</param>
    /// <param name="available">Bytes that partitions can have there.</param>
    /// <param name="container">What it is, for errors.</param>
    public static IReadOnlyList<DesiredPartition> ReadPartitions(
        DrydockNode node, StorageDevice design, long whole, long available, string container)
    {
        var wanted = design.Partitions
            .Select(p => (Size: DesignSize.Read(p.Size, $"partition {design.Name}/{p.Name}"), Owner: p.Name)).ToList();
        var sizes = SizeAllocation.Resolve(wanted, whole, available, container);
        return [.. design.Partitions.Select((p, i) => new DesiredPartition(p, sizes[i], wanted[i].Size.TakesRest)
        {
            PartOf = TakenDeviceReader.FindHolder(node, $"{design.Name}/{p.Name}"),
        })];
    }

    private static BlockDevice FindDevice(DrydockNode node, Machine machine, StorageDevice design, DeviceNames names)
    {
        var name = names.Resolve(design.Name);
        var physical = machine.BlockDevices.Where(d => d.Type == "physical").ToList();
        return physical.FirstOrDefault(d => d.Name == name) ?? throw new NodeException(
            ErrorIds.BlockDeviceNotFound,
            $"Machine {machine} of node {node.Name} has no disk {AliasText.Describe(node, design.Name, name)}; it has "
                + $"{(physical.Count == 0 ? "none" : string.Join(", ", physical.Select(d => AliasText.IsAlias(node, design.Name) ? DeviceMarks.Describe(d) : d.Name)))}. "
            + "Correct the design, rename the disk in MAAS, or commission the machine again.");
    }
}
